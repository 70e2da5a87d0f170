/** Reads a calendar day written in a file's way as YYYY-MM-DD; undefined where it is none. */
export type DateReader = (text: string) => string | undefined;

const digits: Readonly<Record<string, string>> = {
  YYYY: String.raw`(?<year>\d{4})`,
  MM: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{2})`,
  D: String.raw`(?<day>\d{1,2})`,
};

/**
 * The reader of a pattern such as YYYY/M/D.
 * @returns undefined where the pattern cannot be used: it needs year, month and day once each, no other Y, M, D or
 * digit, a character between M or D and the digits beside it, and no blanks around it.
 */
export function datePattern(pattern: string): DateReader | undefined {
  if (pattern !== pattern.trim()) return undefined;
  const parts = pattern.split(/(YYYY|MM?|DD?)/);
  const tokens = parts.filter((_, index) => index % 2 === 1);
  const between = parts.filter((_, index) => index % 2 === 0);
  const fields = tokens.map((token) => token[0]);
  if (tokens.length !== 3 || new Set(fields).size !== 3) return undefined;
  if (between.some((text) => /[YMD\d]/.test(text))) return undefined;
  const touching = (index: number) => index > 0 && between[index] === '';
  if (
    tokens.some(
      (token, index) => token.length === 1 && (touching(index) || (index < 2 && touching(index + 1))),
    )
  ) {
    return undefined;
  }
  const source = parts.map((part, index) => (index % 2 === 1 ? digits[part]! : escapeRegExp(part))).join('');
  const expression = new RegExp(`^${source}$`, 'u');
  return (text) => {
    const { year, month, day } = expression.exec(text)?.groups ?? {};
    if (year === undefined || month === undefined || day === undefined) return undefined;
    return isRealDay(Number(year), Number(month), Number(day))
      ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      : undefined;
  };
}

/** Whether there is such a day in the (proleptic) Gregorian calendar, from the year 1 on. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\^$\\.*+?()[\]{}|/]/g, String.raw`\$&`);
}
