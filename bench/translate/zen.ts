import type { Expression } from './expression.ts';

const signs = { add: '+', sub: '-', mul: '*', div: '/', less: '<', atMost: '<=', equal: '==' } as const;

/** In zen's expression language, which counts in decimals. @param read how a name is read. */
export function zenExpression(expression: Expression, read: (name: string) => string): string {
  const inner = (part: Expression) => zenExpression(part, read);
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'text':
      return JSON.stringify(expression.value);
    case 'name':
      return read(expression.name);
    case 'binary': {
      const { op, left, right } = expression;
      if (op === 'min' || op === 'max') return `${op}([${inner(left)}, ${inner(right)}])`;
      return `(${inner(left)} ${signs[op]} ${inner(right)})`;
    }
    case 'abs':
      return `abs(${inner(expression.operand)})`;
    case 'round':
      return `round(${inner(expression.operand)}, ${expression.places})`;
    case 'in':
      return `(${inner(expression.operand)} in ${JSON.stringify(expression.texts)})`;
    case 'and':
    case 'or':
      return `(${expression.parts.map(inner).join(` ${expression.kind} `)})`;
    case 'not':
      return `(not (${inner(expression.operand)}))`;
    case 'choose':
      return `(${inner(expression.when)} ? ${inner(expression.taken)} : ${inner(expression.otherwise)})`;
  }
}
