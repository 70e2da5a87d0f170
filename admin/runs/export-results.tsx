import { useDataProvider, useListContext } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type { ResultView, RunView } from '../../schemas/index.ts';
import { allPages } from '../shared/all-pages.ts';
import { download } from '../shared/download.ts';
import { ExportButton } from '../shared/export-button.tsx';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
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
  const metrics = new Map(
    [...models.documents.values()].flatMap((model) => model.metrics.map((metric) => [metric.id, metric])),
  );
  const save = async () => {
    const results = await allPages<ResultView>(provider, 'results', { ...filterValues, run: run.id }, sort);
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
        paid: t.paid,
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
  };
  return <ExportButton label={t.export} busyText={t.exporting} failedTitle={t.exportFailed} save={save} />;
}
