import type { VersionComparisonView } from '../../schemas/index.ts';
import { gradeMatrix, type MatrixCell } from '../comparisons/grade-matrix-view.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { Section } from '../shared/section.tsx';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { gradeName, gradeOrder, type BothVersions } from './both-versions.ts';
import { texts } from './texts.ts';

interface Props {
  readonly comparison: VersionComparisonView;
  readonly versions: BothVersions;
}

const marks: Readonly<Record<MatrixCell['way'], string>> = { up: '▲ ', down: '▼ ', same: '= ', none: '' };

/** How many go from which grade to which; the sums are the distributions before and after. */
export function VersionMatrix({ comparison, versions }: Props) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { rows, columns, cells } = gradeMatrix(comparison.matrix, gradeOrder(versions));
  const named = (grade: string | null) => (grade === null ? t.noGrade : gradeName(versions, grade, language));
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
