import { useDataProvider, useListContext } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type { ComparisonView, MovementView } from '../../schemas/index.ts';
import { allPages } from '../shared/all-pages.ts';
import { download } from '../shared/download.ts';
import { ExportButton } from '../shared/export-button.tsx';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { gradeName, type BothModels } from './both-models.ts';
import { movementsCsv } from './movements-csv.ts';
import { texts } from './texts.ts';
import { useMoveNames } from './use-move-names.ts';

interface Props {
  readonly comparison: ComparisonView;
  readonly models: BothModels;
}

/** Saves the movements that are listed, all pages of them, as a CSV file. */
export function ExportMovements({ comparison: { id, period }, models }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const moves = useMoveNames();
  const provider = useDataProvider();
  const { filterValues, sort } = useListContext<MovementView>();
  const metrics = new Map(
    [...models.after.documents.values(), ...models.before.documents.values()].flatMap((model) =>
      model.metrics.map((metric) => [metric.id, metric]),
    ),
  );
  const save = async () => {
    const movements = await allPages<MovementView>(
      provider,
      'movements',
      { ...filterValues, comparison: id },
      sort,
    );
    const text = movementsCsv(movements, {
      heads: {
        person: t.personId,
        name: t.name,
        team: t.team,
        cause: t.cause,
        compositeBefore: fill(t.compositeOf, { which: t.before }),
        byRule: t.byRule,
        byData: t.byData,
        compositeAfter: fill(t.compositeOf, { which: t.after }),
        delta: t.delta,
        gradeBefore: fill(t.gradeOf, { which: t.before }),
        gradeAfter: fill(t.gradeOf, { which: t.after }),
        gradeMove: t.gradeMove,
        ruleOf: (metric) => fill(t.ruleOf, { metric }),
        dataOf: (metric) => fill(t.dataOf, { metric }),
      },
      metrics: [...metrics.values()],
      label,
      causeName: (cause) => t[cause],
      moveName: (move) => moves[move],
      gradeName: (grade) => gradeName(models, grade),
    });
    download(`comparison-${period}-${id}.csv`, 'text/csv;charset=utf-8', text);
  };
  return <ExportButton label={t.export} busyText={t.exporting} failedTitle={t.exportFailed} save={save} />;
}
