import type { StepValue } from '../explain.ts';
import { formatExact } from '../number/decimal.ts';
import { powerOfTen } from '../number/rational.ts';
import type { FastProgram } from './fast-program.ts';
import { fractionText } from './fraction-text.ts';
import type { NodeRef } from './node.ts';
import { exactReal } from './real.ts';
import { shortestText } from './units-text.ts';

/**
 * What a receipt says that steps came to, for the row that the machine ran last.
 * @param textOf the text of a column: the machine knows only those of the model.
 */
export function stepValues(
  { program, lowered, single }: FastProgram,
  textOf: (column: string) => string | null,
): StepValue {
  const { values } = single;
  const { nodes, figures, texts } = lowered;

  const whole = (units: number, places: number, divisor: number) =>
    divisor === 1
      ? shortestText(units, places)
      : (fractionText(units, 10 ** places * divisor) ??
        formatExact({ n: BigInt(units), d: powerOfTen(places) * BigInt(divisor) }));

  const real = (node: NodeRef) => {
    const { op, args, value: shift } = nodes[node]!;
    if (op === 'ratio') {
      const [a, b] = [values[args[0]!]!, values[args[1]!]!];
      const [up, down] = [10 ** Math.max(shift, 0), 10 ** Math.max(-shift, 0)];
      const text = b < 0 ? fractionText(-a * up, -b * down) : fractionText(a * up, b * down);
      if (text !== undefined) return text;
    }
    const exact = exactReal(nodes, node, (ref) => values[ref]!);
    return exact === null ? null : formatExact(exact);
  };

  const text = (step: number, id: number) => {
    const given = program.steps[step]!;
    const column = given.op === 'given' && given.source.kind === 'column' ? given.source.name : undefined;
    return `'${column === undefined ? texts[id] : textOf(column)}`;
  };

  return (step) => {
    const { node, places, divisor } = figures[step]!;
    const value = values[node]!;
    if (Number.isNaN(value)) return null;
    switch (nodes[node]!.kind.kind) {
      case 'truth':
        return value === 1;
      case 'text':
        return text(step, value);
      case 'whole':
        return whole(value, places, divisor);
      case 'real':
        return real(node);
      case 'nothing':
        return null;
    }
  };
}
