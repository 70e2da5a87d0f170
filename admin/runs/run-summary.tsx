import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { DatasetView, RunView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { useLabel } from '../texts/use-label.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { resultsAddress } from './distribution-props.ts';
import { Findings } from './findings.tsx';
import { ModelsTable } from './models-table.tsx';
import { NamedPerson } from './named-person.tsx';
import { PlainTable } from '../shared/plain-table.tsx';
import { texts } from './texts.ts';
import { useRunModels } from './use-run-models.ts';

/** Who was judged by which models; who started it; the hashes of all it was made from. */
export function RunSummary({ run }: { readonly run: RunView }) {
  const t = useTexts(texts);
  const { instant, number } = useFormat();
  const facts = [
    [t.judged, number(run.run.subjects)],
    [
      t.held,
      run.held === 0 ? (
        number(0)
      ) : (
        <MuiLink key="held" component={Link} to={resultsAddress(run.id, { status: 'held' })}>
          {number(run.held)}
        </MuiLink>
      ),
    ],
    [t.startedBy, <NamedPerson key="by" person={run.startedBy} />],
    [t.startedAt, run.startedAt === null ? '—' : instant(run.startedAt)],
    [t.run, <code key="run">{run.id}</code>],
  ] as const;
  return (
    <Box component="section" aria-label={t.summary} sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Typography variant="h2">{t.summary}</Typography>
      <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1, m: 0 }}>
        {facts.map(([term, fact]) => (
          <Box key={term}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {term}
            </Typography>
            <Typography component="dd" sx={{ m: 0 }}>
              {fact}
            </Typography>
          </Box>
        ))}
      </Box>
      <ModelsTable models={run.models} />
      {run.run.issues.length > 0 && (
        <Box>
          <Typography variant="h3">{t.runFindings}</Typography>
          <RunFindings run={run} />
        </Box>
      )}
      <Recomputed run={run} />
    </Box>
  );
}

function RunFindings({ run }: { readonly run: RunView }) {
  const label = useLabel();
  const can = useCan();
  const { modelName, stageName } = useRunModels(run.models);
  const { data: datasets = [] } = useGetList<DatasetView>(
    'datasets',
    { pagination: { page: 1, perPage: 200 } },
    { enabled: can('read', 'dataset') },
  );
  const dataset = (id: string) => {
    const found = datasets.find((one) => one.id === id);
    return found === undefined ? id : label(found.document.name);
  };
  return <Findings issues={run.run.issues} names={{ dataset, model: modelName, stage: stageName }} />;
}

function Recomputed({ run: { run } }: { readonly run: RunView }) {
  const t = useTexts(texts);
  const hashes: readonly (readonly [string, string | number])[] = [
    [t.hashResults, run.results],
    [t.hashRecords, run.records],
    [t.hashPeople, run.people],
    [t.hashCompany, run.company],
    ...run.models.map(({ key, hash }) => [`${t.model} ${key}`, hash] as const),
    ...Object.entries(run.datasets).map(([key, hash]) => [`${t.dataset} ${key}`, hash] as const),
    [t.commit, run.commit],
    [t.semantics, run.semantics],
  ];
  return (
    <Box component="details" sx={{ minWidth: 0 }}>
      <Typography component="summary" sx={{ cursor: 'pointer', py: 0.5 }}>
        {t.recomputed}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ maxWidth: 720 }}>
        {fill(t.recomputedHint, { run: run.id })}
      </Typography>
      <PlainTable
        title={t.recomputed}
        columns={[{ title: t.pinned }, { title: 'SHA-256' }]}
        rows={hashes.map(([name, hash]) => ({ key: name, cells: [name, <code key="hash">{hash}</code>] }))}
      />
    </Box>
  );
}
