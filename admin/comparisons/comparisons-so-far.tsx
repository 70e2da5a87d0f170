import { Link as MuiLink } from '@mui/material';
import { useGetList, useGetMany } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { ComparisonView, RunView } from '../../schemas/index.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { Section } from '../shared/section.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** Comparisons made before; nothing where there is none. */
export function ComparisonsSoFar() {
  const t = useTexts(texts);
  const { instant, number } = useFormat();
  const { data = [] } = useGetList<ComparisonView>('comparisons', { pagination: { page: 1, perPage: 50 } });
  const ids = [...new Set(data.flatMap(({ before, after }) => [before, after]))];
  const { data: runs = [] } = useGetMany<RunView>('runs', { ids }, { enabled: ids.length > 0 });
  if (data.length === 0) return null;
  const named = (id: string) => {
    // A run that is not there yet has an empty place in the list.
    const at = runs.find((run) => run?.id === id)?.startedAt ?? null;
    return at === null ? id : instant(at);
  };
  return (
    <Section title={t.comparisons}>
      <PlainTable
        title={t.comparisons}
        columns={[
          { title: t.title, wide: true },
          { title: t.period },
          { title: t.moved, number: true },
          { title: t.up, number: true },
          { title: t.down, number: true },
        ]}
        rows={data.map(({ id, before, after, period, subjects, causes, up, down }) => ({
          key: id,
          cells: [
            <MuiLink key="open" component={Link} to={`/comparisons/${encodeURIComponent(id)}`}>
              {fill(t.fromTo, { before: named(before), after: named(after) })}
            </MuiLink>,
            period,
            number(subjects - causes.none),
            number(up),
            number(down),
          ],
        }))}
      />
    </Section>
  );
}
