/** What stands before an operator and changes how it is asked, as in json-rules-engine. */
const decoratorNames = ['not', 'swap', 'someFact', 'everyFact', 'someValue', 'everyValue'] as const;

const operatorNames = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'between',
  'startsWith',
  'isMissing',
] as const;

export type Decorator = (typeof decoratorNames)[number];
export type BaseOperator = (typeof operatorNames)[number];

export interface DecoratedOperator {
  /** The outermost first. */
  readonly decorators: readonly Decorator[];
  readonly base: BaseOperator;
}

/** The parts of an operator that the schema admits. */
export function readOperator(operator: string): DecoratedOperator {
  const parts = operator.split(':');
  return { decorators: parts.slice(0, -1) as Decorator[], base: parts.at(-1) as BaseOperator };
}

/** Whether a text is an operator, decorated or not. */
export function isOperator(text: string): boolean {
  const { decorators, base } = readOperator(text);
  const known: readonly string[] = decoratorNames;
  return operatorNames.includes(base) && decorators.every((decorator) => known.includes(decorator));
}
