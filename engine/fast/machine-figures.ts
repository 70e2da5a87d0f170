import { formatExact } from '../number/decimal.ts';
import { powerOfTen } from '../number/rational.ts';
import type { RowFigures } from '../row-figures.ts';
import type { Lowered } from './lower.ts';
import { exactReal } from './real.ts';
import { figureText, shortestText } from './units-text.ts';

/** The figures of the row that a machine ran last. */
export function machineFigures({ nodes, figures, texts }: Lowered, values: Float64Array): RowFigures {
  const valueOf = (step: number) => values[figures[step]!.node]!;
  return {
    missing: (step) => Number.isNaN(valueOf(step)),
    holds: (step) => valueOf(step) === 1,
    text(step) {
      const id = valueOf(step);
      return Number.isNaN(id) ? null : texts[id]!;
    },
    fixed(step, places) {
      return figureText(valueOf(step), figures[step]!.places, places);
    },
    exact(step) {
      const { node, places, divisor } = figures[step]!;
      if (nodes[node]!.kind.kind === 'whole' && divisor === 1) return shortestText(values[node]!, places);
      if (nodes[node]!.kind.kind === 'whole') {
        const units = values[node]!;
        return Number.isNaN(units)
          ? null
          : formatExact({ n: BigInt(units), d: powerOfTen(places) * BigInt(divisor) });
      }
      const figure = exactReal(nodes, node, (ref) => values[ref]!);
      return figure === null ? null : formatExact(figure);
    },
  };
}
