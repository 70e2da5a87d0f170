import type { DecimalInput, Scoring } from '../../schemas/index.ts';
import { binary, choose, number, type Expression } from './expression.ts';

/** The score of a published value. */
export function scoreExpression(scoring: Scoring, value: Expression): Expression {
  switch (scoring.kind) {
    case 'curve':
      return curve(scoring.points, value);
    case 'steps':
      return scoring.steps.reduce<Expression>(
        (below, { from, score }) => choose(binary('less', value, decimal(from)), below, decimal(score)),
        decimal(scoring.below),
      );
    default:
      throw new Error(`${scoring.kind} is not used by the workload`);
  }
}

type Points = readonly { readonly value: DecimalInput; readonly score: DecimalInput }[];

function curve(points: Points, value: Expression): Expression {
  const segments = points.slice(1).map((end, index) => line(points[index]!, end, value));
  const last = points.at(-1)!;
  let chain = decimal(last.score);
  for (let at = segments.length - 1; at >= 0; at -= 1)
    chain = choose(binary('less', value, decimal(points[at + 1]!.value)), segments[at]!, chain);
  return choose(binary('atMost', value, decimal(points[0]!.value)), decimal(points[0]!.score), chain);
}

function line(from: Points[number], to: Points[number], value: Expression): Expression {
  const [x0, y0, x1, y1] = [from.value, from.score, to.value, to.score].map(Number) as [
    ...[number, number, number, number],
  ];
  const risen = binary('mul', binary('sub', value, number(x0)), number(y1 - y0));
  return binary('add', number(y0), binary('div', risen, number(x1 - x0)));
}

function decimal(value: DecimalInput): Expression {
  return number(Number(value));
}
