import type { FigureChange, Margin, NextGrade, Path, PathStep } from '../../engine/index.ts';
import { fill, textsOf, type Language } from '../../locales/index.ts';
import type { Model } from '../../schemas/index.ts';

/** How a subject gets to a better grade, and how far it is from a worse one. */
export interface Ways {
  readonly subject: string;
  readonly composite: string | null;
  readonly grade: string | null;
  readonly next: NextGrade | null;
  readonly budget: number;
  readonly path: Path | null;
  readonly margins: readonly Margin[] | null;
}

/** The ways in sentences. */
export function pathLines(model: Model, ways: Ways, language: Language): string[] {
  const { path, margins, budget } = ways;
  const { words, ways: texts } = textsOf(language);
  const gradeName = (id: string | null) =>
    model.grades.find((grade) => grade.id === id)?.name[language] ?? words.none;
  const measureName = (id: string) =>
    model.measures.find((measure) => measure.id === id)?.name[language] ?? id;
  const change = ({ measure, from, to, percent }: FigureChange) =>
    fill(percent === null ? texts.changeFromZero : texts.change, {
      measure: measureName(measure),
      from,
      to,
      percent: String(percent),
    });
  const step = ({ changes, grade, composite }: PathStep) =>
    `  ${fill(texts.step, {
      changes: changes.map(change).join(words.and),
      composite: composite ?? words.none,
      grade: gradeName(grade),
    })}`;
  const head = fill(words.outcome, {
    composite: ways.composite ?? words.none,
    grade: gradeName(ways.grade),
  });
  const distance =
    ways.next === null
      ? []
      : [fill(words.distance, { grade: gradeName(ways.next.grade), distance: ways.next.points })];
  if (path === null || margins === null) return [ways.subject, head, ...distance, texts.noWays];
  return [
    ways.subject,
    head,
    ...distance,
    texts.singles,
    ...(path.singles.length === 0 ? [`  ${texts.noStep}`] : path.singles.map(step)),
    fill(texts.pairs, { budget: String(budget) }),
    ...(path.pairs.length === 0 ? [`  ${texts.noStep}`] : path.pairs.map(step)),
    texts.margins,
    ...(margins.length === 0
      ? [`  ${texts.noMargin}`]
      : margins.map(
          ({ measure, direction, figure, keeps, loses, room, grade }) =>
            `  ${fill(direction === 'down' ? texts.mayFall : texts.mayRise, {
              measure: measureName(measure),
              figure,
              keeps,
              loses,
              room,
              grade: gradeName(grade),
            })}`,
        )),
  ];
}
