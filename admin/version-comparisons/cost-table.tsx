import { Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { VersionComparisonView, VersionCost } from '../../schemas/index.ts';
import { grouped, signed } from '../shared/figures.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** What everybody is paid by the two versions, by team. */
export function CostTable({ comparison: { cost } }: { readonly comparison: VersionComparisonView }) {
  const t = useTexts(texts);
  const cells = ({ subjects, before, after, delta }: VersionCost, name: string) => [
    name,
    subjects,
    grouped(before),
    grouped(after),
    signed(delta),
  ];
  return (
    <Section title={t.cost} note={t.costHint}>
      {cost === null ? (
        <Typography>{t.noCost}</Typography>
      ) : (
        <>
          <PlainTable
            title={t.cost}
            columns={[
              { title: t.team },
              ...[t.people, t.before, t.after, t.difference].map((title) => ({ title, number: true })),
            ]}
            rows={[
              ...cost.teams.map((team) => ({ key: team.team ?? '', cells: cells(team, team.team ?? '–') })),
              { key: ' all', cells: cells(cost.all, t.allTeams) },
            ]}
          />
          {cost.all.missing > 0 && (
            <Typography>{fill(t.costMissing, { count: cost.all.missing })}</Typography>
          )}
        </>
      )}
    </Section>
  );
}
