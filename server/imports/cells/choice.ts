import type { ChoiceColumn } from '../../../schemas/index.ts';
import { normalText } from '../../datasets/normal-text.ts';
import type { CellReader } from './cell.ts';

const shown = 5;

/** One of the column's values, written as such or as one of its aliases; the value is stored. */
export function choiceReader({ choices }: ChoiceColumn): CellReader {
  const values = new Map(
    choices.flatMap(({ value, aliases = [] }) =>
      [value, ...aliases].map((text) => [normalText(text), value] as const),
    ),
  );
  const some = choices
    .slice(0, shown)
    .map(({ value }) => value)
    .join(', ');
  const problem = { code: 'cell.notChoice', params: { choices: some, count: choices.length } };
  return (text) => values.get(normalText(text)) ?? problem;
}
