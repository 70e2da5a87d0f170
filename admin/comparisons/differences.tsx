import { Box, Chip, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { RunView } from '../../schemas/index.ts';
import { DiffSections } from '../models/diff/diff-view.tsx';
import { PlainTable } from '../shared/plain-table.tsx';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { BothModels } from './both-models.ts';
import { ImportsBetween } from './imports-between.tsx';
import { runDifferences, type ModelPair } from './run-differences.ts';
import { texts } from './texts.ts';

interface Props {
  readonly before: RunView;
  readonly after: RunView;
  readonly models: BothModels;
}

/** What the two runs were made from, and what of it is different: the rules in sentences, the data by what came in. */
export function Differences({ before, after, models }: Props) {
  const t = useTexts(texts);
  const found = runDifferences(before, after);
  const version = (use: ModelPair['before']) =>
    use === undefined ? t.notThereInRun : use.version === null ? t.unpublished : String(use.version);
  const name = (key: string) => {
    const after_ = models.after.modelName(key);
    return after_ === key ? models.before.modelName(key) : after_;
  };
  const others = [
    { title: t.records, different: found.records },
    { title: t.peopleAndTeams, different: found.people },
    { title: t.settings, different: found.settings },
  ];
  return (
    <Section title={t.differences} note={t.differencesHint}>
      <PlainTable
        title={t.differences}
        columns={[{ title: t.madeFrom }, { title: t.before }, { title: t.after }, { title: t.verdict }]}
        rows={[
          ...found.models.map((pair) => ({
            key: pair.key,
            cells: [
              fill(t.modelNamed, { model: name(pair.key) }),
              fill(t.versionOf, { version: version(pair.before) }),
              fill(t.versionOf, { version: version(pair.after) }),
              <Verdict key="verdict" different={!pair.same} />,
            ],
          })),
          ...others.map(({ title, different }) => ({
            key: title,
            cells: [title, '', '', <Verdict key="verdict" different={different} />],
          })),
        ]}
      />
      {found.models.map(({ key, same }) => {
        const [old, now] = [models.before.documents.get(key), models.after.documents.get(key)];
        if (same || old === undefined || now === undefined) return null;
        return (
          <Box component="details" key={key} open sx={{ minWidth: 0 }}>
            <Typography component="summary" sx={{ cursor: 'pointer', py: 0.5, fontWeight: 600 }}>
              {fill(t.rulesChanged, { model: name(key) })}
            </Typography>
            <DiffSections before={old} after={now}>
              {t.sameWords}
            </DiffSections>
          </Box>
        );
      })}
      {found.records && <ImportsBetween from={before.run.commit} to={after.run.commit} />}
    </Section>
  );
}

function Verdict({ different }: { readonly different: boolean }) {
  const t = useTexts(texts);
  return different ? (
    <Chip size="small" color="primary" variant="outlined" label={`≠ ${t.different}`} />
  ) : (
    `= ${t.same}`
  );
}
