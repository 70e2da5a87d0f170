import type { Direction, LevelsTarget, TargetLevel } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import { compileTargetFigure } from './target-figure.ts';

/** What a level asks for: a figure, or so many percent more than a baseline. */
export function compileLevelFigure(
  builder: Builder,
  level: TargetLevel,
  id: string,
  pointer: string,
): StepRef {
  if (level.growth === undefined) return compileTargetFigure(builder, level, id, pointer);
  const { baseline, percent } = level.growth;
  const more = builder.model(`${id}.`, `${pointer}/growth/percent`, parseDecimal(percent)!);
  const whole = builder.step(`${id}.`, 'add', [builder.fixed(100), more]);
  const grown = builder.step(`${id}.`, 'mul', [builder.column(baseline), whole]);
  return builder.step(id, 'div', [grown, builder.fixed(100)]);
}

/** A metric whose target has levels. */
interface Levelled {
  readonly id: string;
  readonly direction: Direction;
  readonly target: LevelsTarget;
  readonly pointer: string;
  /** The figure of the first level. */
  readonly base: StepRef;
  /** The published value of the metric. */
  readonly value: StepRef;
}

/** How many levels the value reaches, one after the other; missing where the first that is not known would decide. */
export function compileLevel(
  builder: Builder,
  { id, direction, target, pointer, base, value }: Levelled,
): StepRef {
  const scope = `${id}.level.`;
  const figures = target.levels.map((level, index) =>
    index === 0
      ? base
      : compileLevelFigure(builder, level, `${scope}${level.id}`, `${pointer}/levels/${index}`),
  );
  const nothing = builder.nothing(scope, { reason: 'unknown', pointer });
  return figures.reduceRight((beyond, figure, index) => {
    const sides = direction === 'higherIsBetter' ? [value, figure] : [figure, value];
    const short = builder.step(scope, 'less', sides);
    const unknown = builder.step(scope, 'missing', [short]);
    const reached = builder.step(scope, 'choose', [short, builder.fixed(index), beyond]);
    return builder.step(index === 0 ? `${id}.level` : scope, 'choose', [unknown, nothing, reached]);
  }, builder.fixed(figures.length));
}
