import { Link as MuiLink, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { ComparisonView, RunView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { Section } from '../shared/section.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { inOrder } from './in-order.ts';
import { NamedPerson } from './named-person.tsx';
import { StartComparison } from './start-comparison.tsx';
import { texts } from './texts.ts';

const all = { page: 1, perPage: 200 };

/** The other runs of the period, each with the comparison that was made, or with making it. */
export function CompareWith({ run }: { readonly run: RunView }) {
  const t = useTexts(texts);
  const can = useCan();
  const { instant } = useFormat();
  const period = run.run.period.id;
  const mayRead = can('read', 'comparison');
  const mayCompare = can('create', 'comparison');
  const query = { filter: { period }, pagination: all };
  const { data: runs } = useGetList<RunView>(
    'runs',
    { ...query, sort: { field: 'startedAt', order: 'DESC' } },
    { enabled: mayRead },
  );
  const { data: made = [] } = useGetList<ComparisonView>('comparisons', query, { enabled: mayRead });
  if (!mayRead || runs === undefined) return null;
  const others = runs.filter(({ id }) => id !== run.id);
  const action = (other: RunView) => {
    const [before, after] = inOrder([run, other]).map(({ id }) => id) as [string, string];
    const known = made.find((one) => one.before === before && one.after === after);
    if (known !== undefined) {
      return (
        <MuiLink component={Link} to={`/comparisons/${encodeURIComponent(known.id)}`}>
          {fill(t.comparedMoved, { moved: known.subjects - known.causes.none })}
        </MuiLink>
      );
    }
    if (!mayCompare) return t.notCompared;
    const at = other.startedAt === null ? other.id : instant(other.startedAt);
    return (
      <StartComparison
        before={before}
        after={after}
        label={t.compareNow}
        name={fill(t.compareWithAt, { at })}
        variant="outlined"
      />
    );
  };
  return (
    <Section title={t.compareWith} note={t.compareWithHint}>
      {others.length === 0 ? (
        <Typography>{t.noOtherRun}</Typography>
      ) : (
        <PlainTable
          title={t.compareWith}
          columns={[
            { title: t.startedAt },
            { title: t.startedBy },
            { title: t.state },
            { title: t.compareColumn },
          ]}
          rows={others.map((other) => ({
            key: other.id,
            cells: [
              <MuiLink key="run" component={Link} to={`/runs/${encodeURIComponent(other.id)}`}>
                {other.startedAt === null ? other.id : instant(other.startedAt)}
              </MuiLink>,
              <NamedPerson key="by" person={other.startedBy} />,
              t[other.state],
              action(other),
            ],
          }))}
        />
      )}
    </Section>
  );
}
