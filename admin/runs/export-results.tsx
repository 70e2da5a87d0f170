import DownloadIcon from '@mui/icons-material/FileDownload';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useListContext, type DataProvider } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type { ResultView, RunView } from '../../schemas/index.ts';
import { download } from '../shared/download.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { resultsCsv } from './results-csv.ts';
import { texts } from './texts.ts';
import type { RunModels } from './use-run-models.ts';

interface Props {
  readonly run: RunView;
  readonly models: RunModels;
}

/** Saves the results that are listed, all pages of them, as a CSV file. */
export function ExportResults({ run, models }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const provider = useDataProvider();
  const { filterValues, sort } = useListContext<ResultView>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const metrics = new Map(
    [...models.documents.values()].flatMap((model) => model.metrics.map((metric) => [metric.id, metric])),
  );
  const save = async () => {
    setBusy(true);
    setFailed(undefined);
    try {
      const results = await allResults(provider, { ...filterValues, run: run.id }, sort);
      const text = resultsCsv(results, {
        heads: {
          person: t.personId,
          name: t.name,
          team: t.team,
          role: t.role,
          stage: t.stage,
          model: t.model,
          status: t.status,
          composite: t.composite,
          grade: t.grade,
          rule: t.rule,
          actions: t.actions,
          value: (metric) => fill(t.valueOf, { metric }),
          score: (metric) => fill(t.scoreOf, { metric }),
        },
        metrics: [...metrics.values()],
        label,
        stageName: models.stageName,
        modelName: models.modelName,
        statusName: (status) => t[status],
        gradeName: (model, id) => models.gradeOf(model, id).name,
        ruleName: models.ruleName,
        actionName: models.actionName,
      });
      download(`results-${run.run.period.id}-${run.id}.csv`, 'text/csv;charset=utf-8', text);
    } catch (error) {
      setFailed({ error });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box>
      <Button startIcon={<DownloadIcon />} disabled={busy} onClick={() => void save()}>
        {t.export}
      </Button>
      <Box component="output">{busy && t.exporting}</Box>
      {failed !== undefined && <FailedRequest title={t.exportFailed} error={failed.error} />}
    </Box>
  );
}

const perPage = 1000;

async function allResults(
  provider: DataProvider,
  filter: Readonly<Record<string, unknown>>,
  sort: { readonly field: string; readonly order: 'ASC' | 'DESC' },
): Promise<ResultView[]> {
  const results: ResultView[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await provider.getList<ResultView>('results', {
      filter,
      sort,
      pagination: { page, perPage },
    });
    results.push(...data);
    if (data.length < perPage) return results;
  }
}
