import { compare } from '../../engine/number/rational.ts';
import { parseDecimal } from '../../engine/number/decimal.ts';
import type { ChoiceColumn, Column, Issue } from '../../schemas/index.ts';
import { datePattern } from './date-pattern.ts';
import { errorAt } from './issue-at.ts';
import { normalText } from './normal-text.ts';

/** What one column's own settings contradict. */
export function columnIssues(column: Column, pointer: string): Issue[] {
  switch (column.type) {
    case 'date':
      if (column.pattern === undefined || datePattern(column.pattern) !== undefined) return [];
      return [errorAt('dataset.datePattern', `${pointer}/pattern`, { pattern: column.pattern })];
    case 'decimal':
    case 'integer':
      return limitIssues(column, pointer);
    case 'choice':
      return choiceIssues(column, pointer);
    case 'instant':
    case 'person':
    case 'text':
      return [];
  }
}

function limitIssues(
  { min, max }: Pick<Column & { type: 'integer' }, 'min' | 'max'>,
  pointer: string,
): Issue[] {
  if (min === undefined || max === undefined) return [];
  if (compare(parseDecimal(min)!, parseDecimal(max)!) <= 0) return [];
  return [errorAt('dataset.minAboveMax', `${pointer}/min`, { min: String(min), max: String(max) })];
}

/** No spelling can mean two choices. */
function choiceIssues({ choices }: ChoiceColumn, pointer: string): Issue[] {
  const seen = new Set<string>();
  return choices.flatMap(({ value, aliases = [] }, index) =>
    [value, ...aliases].flatMap((spelling, at) => {
      const normal = normalText(spelling);
      if (!seen.has(normal)) {
        seen.add(normal);
        return [];
      }
      const path = at === 0 ? 'value' : `aliases/${at - 1}`;
      return [
        errorAt('dataset.duplicateChoice', `${pointer}/choices/${index}/${path}`, { choice: spelling }),
      ];
    }),
  );
}
