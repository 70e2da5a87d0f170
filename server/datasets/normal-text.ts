/** A text as it is stored and compared: without blanks around it, composed (NFC), lines ending in \n. */
export function normalText(text: string): string {
  const trimmed = text.trim();
  // Most cells: nothing to compose, no line ends.
  if (/^[\x20-\x7e]*$/.test(trimmed)) return trimmed;
  return trimmed.replaceAll(/\r\n?/g, '\n').normalize('NFC');
}
