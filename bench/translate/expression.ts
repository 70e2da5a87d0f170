/** What a model computes, in a form that every engine's language can be written from. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** A figure, an attribute, or what an earlier assignment came to. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'binary'; readonly op: BinaryOp; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'abs'; readonly operand: Expression }
  /** Half-up to so many places; binary floats are snapped to a billionth, or a millionth, before. */
  | { readonly kind: 'round'; readonly operand: Expression; readonly places: 2 | 4 }
  | { readonly kind: 'in'; readonly operand: Expression; readonly texts: readonly string[] }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'choose';
      readonly when: Expression;
      readonly taken: Expression;
      readonly otherwise: Expression;
    };

export type BinaryOp = 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max' | 'less' | 'atMost' | 'equal';

export interface Assignment {
  readonly name: string;
  readonly expression: Expression;
}

export const number = (value: number): Expression => ({ kind: 'number', value });
export const text = (value: string): Expression => ({ kind: 'text', value });
export const name = (of: string): Expression => ({ kind: 'name', name: of });
export const binary = (op: BinaryOp, left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  op,
  left,
  right,
});
export const round = (operand: Expression, places: 2 | 4): Expression => ({ kind: 'round', operand, places });
export const choose = (when: Expression, taken: Expression, otherwise: Expression): Expression => ({
  kind: 'choose',
  when,
  taken,
  otherwise,
});

/** The names that an expression reads. */
export function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return [];
    case 'name':
      return [expression.name];
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'abs':
    case 'round':
    case 'in':
    case 'not':
      return namesIn(expression.operand);
    case 'and':
    case 'or':
      return expression.parts.flatMap(namesIn);
    case 'choose':
      return [expression.when, expression.taken, expression.otherwise].flatMap(namesIn);
  }
}
