const longest = 60;

/** A text of a file as an issue quotes it: at most 60 characters. */
export function shorten(text: string): string {
  if (text.length <= longest) return text;
  // No character has more than two code units.
  const start = Array.from(text.slice(0, longest * 2 + 2));
  return start.length <= longest ? text : `${start.slice(0, longest - 1).join('')}…`;
}
