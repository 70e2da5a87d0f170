import { parseFormula, partsOf, type Formula } from './formula.ts';

const signs = { add: '+', sub: '−', mul: '×', div: '÷' } as const;
const comparisons = { less: '<', atMost: '≤', greater: '>', atLeast: '≥', equal: '=', differs: '≠' } as const;

/** A formula as people write it, its names replaced by what `shown` gives for them; one that cannot be read as it is. */
export function formulaText(text: string, shown: (name: string) => string): string {
  const parsed = parseFormula(text);
  return 'error' in parsed ? text : write(parsed.formula, shown);
}

/** Measures that a formula takes its figures from, and target where it uses it, each once. */
export function namesIn(text: string): string[] {
  const parsed = parseFormula(text);
  return 'error' in parsed ? [] : [...new Set(names(parsed.formula))];
}

function names(node: Formula): string[] {
  return node.kind === 'name' ? [node.name] : partsOf(node).flatMap(names);
}

function write(node: Formula, shown: (name: string) => string): string {
  const inner = (part: Formula, loosest: number) => {
    const written = write(part, shown);
    return tightness(part) < loosest ? `(${written})` : written;
  };
  switch (node.kind) {
    case 'number':
      return node.percent === true ? `${node.text}%` : node.text;
    case 'name':
      return shown(node.name);
    case 'negate':
      return `−${inner(node.operand, node.operand.kind === 'power' ? 5 : 4)}`;
    case 'power':
      return `${inner(node.base, 5)}^${node.exponent}`;
    case 'call':
      return `${node.name}(${node.args.map((arg) => write(arg, shown)).join(', ')})`;
    case 'binary': {
      const own = tightness(node);
      return `${inner(node.left, own)} ${signs[node.op]} ${inner(node.right, own + 1)}`;
    }
    case 'compare':
      return `${inner(node.left, 2)} ${comparisons[node.op]} ${inner(node.right, 2)}`;
  }
}

/** 1: comparisons, 2: sums, 3: products, 4: signs and powers, 5: everything that stands for itself. */
function tightness(node: Formula): number {
  switch (node.kind) {
    case 'compare':
      return 1;
    case 'binary':
      return node.op === 'add' || node.op === 'sub' ? 2 : 3;
    case 'negate':
    case 'power':
      return 4;
    default:
      return 5;
  }
}
