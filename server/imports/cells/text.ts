import type { TextColumn } from '../../../schemas/index.ts';
import { normalText } from '../../datasets/normal-text.ts';
import type { CellReader } from './cell.ts';

/** What a stored value may have at most. */
const longestValue = 10_000;
/** All but tab and line end, and halves of characters. */
const control = /[^\P{Cc}\t\n]|\p{Cs}/u;

/** Any text, composed, with line ends as \n; a length counts characters, not code units. */
export function textReader({ maxLength = longestValue }: Pick<TextColumn, 'maxLength'>): CellReader {
  return (text) => {
    const normal = normalText(text);
    if (control.test(normal)) return { code: 'cell.controlCharacter' };
    return isLonger(normal, maxLength) ? { code: 'cell.tooLong', params: { max: maxLength } } : normal;
  };
}

function isLonger(text: string, max: number): boolean {
  return text.length > max && Array.from(text).length > max;
}
