import { Typography } from '@mui/material';
import type { VersionComparisonView } from '../../schemas/index.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { BothVersions } from './both-versions.ts';
import { texts } from './texts.ts';
import { useEditTexts } from './use-edit-texts.ts';

interface Props {
  readonly comparison: VersionComparisonView;
  readonly versions: BothVersions;
}

/** Every edit in words, and how many it moves. */
export function EditsTable({ comparison, versions }: Props) {
  const t = useTexts(texts);
  const textOf = useEditTexts(versions);
  const { edits, shares } = comparison;
  const counted = shares !== null;
  return (
    <Section title={t.edits} {...(counted && { note: shares === 'inOrder' ? t.editsInOrder : t.editsHint })}>
      {edits.length === 0 ? (
        <Typography>{t.noEdits}</Typography>
      ) : (
        <PlainTable
          title={t.edits}
          columns={[
            { title: t.edit, wide: true },
            ...(counted ? [t.editMoves, t.editFlips].map((title) => ({ title, number: true })) : []),
          ]}
          rows={edits.map(({ id, moved, flips }) => ({
            key: id,
            cells: [textOf(id), ...(counted ? [moved, shares === 'shapley' ? flips : '–'] : [])],
          }))}
        />
      )}
      {!counted && edits.length > 0 && <Typography color="text.secondary">{t.noShares}</Typography>}
    </Section>
  );
}
