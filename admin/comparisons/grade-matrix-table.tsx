import type { ComparisonView } from '../../schemas/index.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { gradeName, gradeOrder, type BothModels } from './both-models.ts';
import { gradeMatrix, type MatrixCell } from './grade-matrix-view.ts';
import { texts } from './texts.ts';

interface Props {
  readonly comparison: ComparisonView;
  readonly models: BothModels;
}

const marks: Readonly<Record<MatrixCell['way'], string>> = { up: '▲ ', down: '▼ ', same: '= ', none: '' };

/** How many went from which grade to which. */
export function GradeMatrixTable({ comparison, models }: Props) {
  const t = useTexts(texts);
  const { rows, columns, cells } = gradeMatrix(comparison.grades, gradeOrder(models));
  const named = (grade: string | null) =>
    grade === null ? `${t.noGrade} / ${t.notThereInRun}` : gradeName(models, grade);
  const sums = columns.map((_, column) => cells.reduce((sum, row) => sum + row[column]!.count, 0));
  const shown = ({ count, way }: MatrixCell) => (count === 0 ? '' : `${marks[way]}${count}`);
  return (
    <Section title={t.matrix} note={t.matrixHint}>
      <PlainTable
        title={t.matrix}
        columns={[
          { title: `${t.before} ↓ / ${t.after} →` },
          ...columns.map((grade) => ({ title: named(grade), number: true })),
          { title: t.total, number: true },
        ]}
        rows={[
          ...rows.map((grade, row) => ({
            key: grade ?? '',
            cells: [
              named(grade),
              ...cells[row]!.map(shown),
              cells[row]!.reduce((sum, { count }) => sum + count, 0),
            ],
          })),
          { key: ' total', cells: [t.total, ...sums, sums.reduce((a, b) => a + b, 0)] },
        ]}
      />
    </Section>
  );
}
