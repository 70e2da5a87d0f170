import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Typography,
} from '@mui/material';
import { useId, useMemo, useState, type FormEvent } from 'react';
import { check } from '../../../engine/index.ts';
import { fill } from '../../../locales/index.ts';
import type { Conditions, Model } from '../../../schemas/index.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { ConditionBuilder } from '../conditions/condition-builder.tsx';
import { EditingContext } from '../editing/editing-context.ts';
import { DialogForm } from '../fields/dialog-form.tsx';
import { Row } from '../fields/row.tsx';
import { TextInput } from '../fields/text-input.tsx';
import { useFindingText } from '../findings/use-finding-text.ts';
import { KindFields } from './kind-fields.tsx';
import { itemsOf, newRule, reachOf, withItems, type RuleItem, type RuleKind } from './rule-kinds.ts';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  readonly kind: RuleKind;
  readonly at: number;
  readonly item: RuleItem;
  readonly onSave: (item: RuleItem) => void;
  readonly onClose: () => void;
}

const nowhere = () => undefined;

/** One rule by form: its names, what it does, and when. What is wrong with it stands beside the fields and below. */
export function RuleDialog({ document, kind, at, item, onSave, onClose }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const findingText = useFindingText();
  const title = useId();
  const [edited, setEdited] = useState(item);
  const pointer = `/${kind}/${at}`;
  const findings = useMemo(() => {
    const candidate = withItems(document, kind, itemsOf(document, kind).toSpliced(at, 1, edited));
    return check(candidate).filter((issue) => issue.pointer?.startsWith(pointer) === true);
  }, [document, kind, at, edited, pointer]);
  const editing = useMemo(() => ({ findings, jump: nowhere, jumpToJson: nowhere }), [findings]);
  const conditions = 'conditions' in edited ? edited.conditions : undefined;
  const withConditions = (next: Conditions | undefined) => {
    const { conditions: _before, ...rest } = edited as { conditions?: Conditions };
    setEdited({ ...rest, ...(next && { conditions: next }) } as RuleItem);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave(edited);
  };
  return (
    <EditingContext value={editing}>
      <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={title}>
        <DialogForm onSubmit={save}>
          <DialogTitle id={title}>{fill(t.dialog, { kind: t[kind], name: label(edited.name) })}</DialogTitle>
          <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <Row>
              {(['zh', 'en'] as const).map((language) => (
                <TextInput
                  key={language}
                  lang={language}
                  label={language === 'zh' ? t.nameZh : t.nameEn}
                  pointer={`${pointer}/name/${language}`}
                  value={edited.name[language]}
                  onChange={(text) => setEdited({ ...edited, name: { ...edited.name, [language]: text } })}
                />
              ))}
            </Row>
            <KindFields
              document={document}
              kind={kind}
              item={edited}
              pointer={pointer}
              onChange={setEdited}
            />
            {kind === 'points' && (
              <FormControlLabel
                control={
                  <Checkbox
                    checked={conditions === undefined}
                    onChange={(_, always) => withConditions(always ? undefined : firstOf(document, kind))}
                  />
                }
                label={t.always}
              />
            )}
            {conditions !== undefined && (
              <>
                <Typography variant="h3">{t.when}</Typography>
                <ConditionBuilder
                  document={document}
                  reach={reachOf[kind]}
                  conditions={conditions}
                  onChange={withConditions}
                />
              </>
            )}
            {findings.map((issue) => (
              <Alert key={`${issue.code}${issue.pointer}`} severity={issue.severity}>
                {findingText(issue)}
              </Alert>
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button type="submit" variant="contained">
              {t.save}
            </Button>
          </DialogActions>
        </DialogForm>
      </Dialog>
    </EditingContext>
  );
}

function firstOf(document: Model, kind: RuleKind): Conditions | undefined {
  const made = newRule(document, kind, { zh: '', en: '' });
  return 'conditions' in made ? made.conditions : undefined;
}
