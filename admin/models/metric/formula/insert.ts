/** A text after something was put into it, and what of it is then selected. */
export interface Edited {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A word in place of what is selected, with the spaces that keep it apart from what is beside it. */
export function withWord(text: string, from: number, to: number, word: string): Edited {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const lead = before === '' || /[\s(（]$/.test(before) ? '' : ' ';
  const trail = after === '' || /^[\s),），]/.test(after) ? '' : ' ';
  const caret = from + lead.length + word.length;
  return { text: `${before}${lead}${word}${trail}${after}`, from: caret, to: caret };
}

/**
 * A call in place of what is selected, which becomes its first argument; the caret stands at the first empty one.
 * @param least how many arguments the function has at least.
 */
export function withCall(text: string, from: number, to: number, name: string, least: number): Edited {
  const selected = text.slice(from, to).trim();
  const rest = ', '.repeat(least - 1);
  const { text: edited, to: end } = withWord(text, from, to, `${name}(${selected}${rest})`);
  const first = end - rest.length - 1;
  const caret = selected === '' || least === 1 ? first : first + 2;
  return { text: edited, from: caret, to: caret };
}
