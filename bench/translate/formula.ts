import { parseFormula, type Formula } from '../../engine/formula/formula.ts';
import { binary, name, number, type Expression } from './expression.ts';

/** The formula of a metric; of the formula language only what the workload uses. */
export function formulaExpression(source: string): Expression {
  const parsed = parseFormula(source);
  if ('error' in parsed) throw new Error(`no formula: ${source}`);
  return expressionOf(parsed.formula);
}

function expressionOf(formula: Formula): Expression {
  switch (formula.kind) {
    case 'number':
      return number(Number(formula.text));
    case 'name':
      return name(formula.name);
    case 'binary':
      return binary(formula.op, expressionOf(formula.left), expressionOf(formula.right));
    case 'call':
      return call(formula.name, formula.args.map(expressionOf));
    default:
      throw new Error(`${formula.kind} is not used by the workload`);
  }
}

function call(of: string, args: readonly Expression[]): Expression {
  const [a, b, c] = args;
  if (of === 'abs' && a) return { kind: 'abs', operand: a };
  if (of === 'clamp' && a && b && c) return binary('min', binary('max', a, b), c);
  if ((of === 'min' || of === 'max') && a && b && !c) return binary(of, a, b);
  throw new Error(`${of} is not used by the workload`);
}
