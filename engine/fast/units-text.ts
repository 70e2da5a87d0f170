/** Whole units of 10^-have as a decimal with `want` places, of which there are never fewer; null where they are missing. */
export function figureText(units: number, have: number, want: number): string | null {
  if (Number.isNaN(units)) return null;
  const digits = String(Math.abs(units));
  const padded = digits.length > have ? digits : digits.padStart(have + 1, '0');
  const cut = padded.length - have;
  const fraction = padded.slice(cut) + '0'.repeat(want - have);
  const text = fraction === '' ? padded : `${padded.slice(0, cut)}.${fraction}`;
  return units < 0 ? `-${text}` : text;
}

/** Whole units of 10^-places in the shortest form; null where they are missing. */
export function shortestText(units: number, places: number): string | null {
  const text = figureText(units, places, places);
  if (text === null || places === 0) return text;
  let end = text.length;
  while (text[end - 1] === '0') end -= 1;
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end);
}
