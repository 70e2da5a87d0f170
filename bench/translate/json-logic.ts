import type { Expression } from './expression.ts';

const operators = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  min: 'min',
  max: 'max',
  less: '<',
  atMost: '<=',
  equal: '===',
} as const;

/** As JSONLogic; rounding and abs are methods that it is given. */
export function jsonLogic(expression: Expression): unknown {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return expression.value;
    case 'name':
      return { var: expression.name };
    case 'binary':
      return { [operators[expression.op]]: [jsonLogic(expression.left), jsonLogic(expression.right)] };
    case 'abs':
      return { abs: jsonLogic(expression.operand) };
    case 'round':
      return { [`round${expression.places}`]: jsonLogic(expression.operand) };
    case 'in':
      return { in: [jsonLogic(expression.operand), expression.texts] };
    case 'and':
    case 'or':
      return { [expression.kind]: expression.parts.map(jsonLogic) };
    case 'not':
      return { '!': jsonLogic(expression.operand) };
    case 'choose':
      return { if: [expression.when, expression.taken, expression.otherwise].map(jsonLogic) };
  }
}
