import { parseFormula, type Formula } from '../../engine/formula/formula.ts';

const signs = { add: '+', sub: '−', mul: '×', div: '÷' } as const;

/** A checked formula as people write it, its names replaced by what `shown` gives for them. */
export function formulaText(text: string, shown: (name: string) => string): string {
  const parsed = parseFormula(text);
  return 'error' in parsed ? text : write(parsed.formula, shown);
}

/** Measures a checked formula takes its figures from, and target where it uses it, each once. */
export function namesIn(text: string): string[] {
  const parsed = parseFormula(text);
  return 'error' in parsed ? [] : [...new Set(names(parsed.formula))];
}

function names(node: Formula): string[] {
  switch (node.kind) {
    case 'number':
      return [];
    case 'name':
      return [node.name];
    case 'negate':
      return names(node.operand);
    case 'call':
      return node.args.flatMap(names);
    case 'binary':
      return [...names(node.left), ...names(node.right)];
  }
}

function write(node: Formula, shown: (name: string) => string): string {
  const inner = (part: Formula, loosest: number) => {
    const written = write(part, shown);
    return tightness(part) < loosest ? `(${written})` : written;
  };
  switch (node.kind) {
    case 'number':
      return node.text;
    case 'name':
      return shown(node.name);
    case 'negate':
      return `−${inner(node.operand, 3)}`;
    case 'call':
      return `${node.name}(${node.args.map((arg) => write(arg, shown)).join(', ')})`;
    case 'binary': {
      const own = tightness(node);
      return `${inner(node.left, own)} ${signs[node.op]} ${inner(node.right, own + 1)}`;
    }
  }
}

/** 1: sums, 2: products, 3: signs, 4: everything that stands for itself. */
function tightness(node: Formula): number {
  if (node.kind === 'binary') return node.op === 'add' || node.op === 'sub' ? 1 : 2;
  return node.kind === 'negate' ? 3 : 4;
}
