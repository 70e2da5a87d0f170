import type { Column, RecordView } from '../../schemas/index.ts';
import { useFormat } from '../texts/use-format.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly record: RecordView;
  readonly column: Column;
}

/** A cell as people read it: names of people and of choices, numbers grouped, times in words. */
export function CellText({ record, column }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const { decimal, instant } = useFormat();
  if (record.hidden.includes(column.id)) {
    return (
      <span title={t.hiddenCell}>
        <span aria-hidden>•••</span>
        <span className="visually-hidden">{t.hiddenCell}</span>
      </span>
    );
  }
  const value = record.values[column.id] ?? null;
  if (value === null) return null;
  switch (column.type) {
    case 'person':
      return record.people[value] ?? t.nameHidden;
    case 'choice': {
      const choice = column.choices.find((item) => item.value === value);
      return choice?.name === undefined ? value : label(choice.name);
    }
    case 'decimal':
    case 'integer':
      return decimal(value);
    case 'instant':
      return instant(value);
    default:
      return value;
  }
}
