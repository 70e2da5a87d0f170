import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { fill } from '../../../locales/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { withValueAt } from '../document/pointer.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { Row } from '../fields/row.tsx';
import { TextInput } from '../fields/text-input.tsx';
import { isGroupInUse, withNewGroup } from './group-list.ts';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  readonly onChange: (document: Model) => void;
}

const choices = ['', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

/** What the model and its groups are called, which group is part of which, and the places of the composite. */
export function GroupFields({ document, onChange }: Props) {
  const t = useTexts(texts);
  const set = (pointer: string, value: unknown) => onChange(withValueAt(document, pointer, value));
  const name = (pointer: string, language: 'zh' | 'en', label: string, value: string) => (
    <TextInput
      key={language}
      lang={language}
      label={label}
      pointer={`${pointer}/name/${language}`}
      value={value}
      onChange={(text) => set(`${pointer}/name/${language}`, text)}
    />
  );
  return (
    <Box component="details" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}>
      <Box component="summary" sx={{ cursor: 'pointer' }}>
        <Typography component="h2" variant="h2" sx={{ display: 'inline' }}>
          {t.title}
        </Typography>
      </Box>
      <Box sx={{ display: 'grid', gap: 2, pt: 2 }}>
        <Row>
          {name('', 'zh', t.modelZh, document.name.zh)}
          {name('', 'en', t.modelEn, document.name.en)}
          <ChoiceField
            label={t.places}
            pointer="/places"
            value={String(document.places ?? '') as (typeof choices)[number]}
            options={choices.map((id) => ({ id, name: id === '' ? t.placesDefault : id }))}
            onChange={(chosen) => set('/places', chosen === '' ? undefined : Number(chosen))}
          />
        </Row>
        {document.groups.map((group, index) => (
          <GroupRow key={group.id} document={document} index={index} set={set} name={name} />
        ))}
        <Typography variant="body2" color="text.secondary">
          {t.inUse}
        </Typography>
        <Box>
          <Button variant="outlined" onClick={() => onChange(withNewGroup(document))}>
            {t.add}
          </Button>
        </Box>
      </Box>
    </Box>
  );
}

interface RowProps {
  readonly document: Model;
  readonly index: number;
  readonly set: (pointer: string, value: unknown) => void;
  readonly name: (pointer: string, language: 'zh' | 'en', label: string, value: string) => ReactNode;
}

function GroupRow({ document, index, set, name }: RowProps) {
  const t = useTexts(texts);
  const label = useLabel();
  const group = document.groups[index]!;
  const pointer = `/groups/${index}`;
  const called = label(group.name);
  const others = document.groups.filter(({ id }) => id !== group.id);
  return (
    <Row>
      {name(pointer, 'zh', fill(t.groupZh, { group: called }), group.name.zh)}
      {name(pointer, 'en', fill(t.groupEn, { group: called }), group.name.en)}
      <ChoiceField
        label={fill(t.parent, { group: called })}
        pointer={`${pointer}/parent`}
        value={group.parent ?? ''}
        options={[
          { id: '', name: t.noParent },
          ...others.map((other) => ({ id: other.id, name: label(other.name) })),
        ]}
        onChange={(parent) => set(`${pointer}/parent`, parent === '' ? undefined : parent)}
      />
      <Button
        color="error"
        aria-label={`${t.removeShort}: ${fill(t.remove, { group: called })}`}
        disabled={isGroupInUse(document, group.id) || document.groups.length === 1}
        onClick={() => set(pointer, undefined)}
      >
        {t.removeShort}
      </Button>
    </Row>
  );
}
