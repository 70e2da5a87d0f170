/** A calendar day, YYYY-MM-DD; days compare as texts. */
export type Day = string;
/** A calendar month, YYYY-MM. */
export type Month = string;

const millisecondsOfDay = 86_400_000;

/** The months the demo company has data for. */
export const months: readonly Month[] = Array.from({ length: 30 }, (_, at) => monthAfter('2024-04', at));

/** The day on which the company's data was taken. */
export const asOf: Day = '2026-09-30';

/** The month this many months later. */
export function monthAfter(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** How many months lie between the months of two days. */
export function monthsBetween(from: Day, to: Day): number {
  const index = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return index(to) - index(from);
}

/** The day this many days later. */
export function dayAfter(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * millisecondsOfDay).toISOString().slice(0, 10);
}

/** The month's days from Monday to Friday. */
export function weekdaysOf(month: Month): Day[] {
  const next = `${monthAfter(month, 1)}-01`;
  const days: Day[] = [];
  for (let day = `${month}-01`; day < next; day = dayAfter(day, 1)) {
    const weekday = new Date(Date.parse(day)).getUTCDay();
    if (weekday >= 1 && weekday <= 5) days.push(day);
  }
  return days;
}

/** Whether a month begins a quarter. */
export function beginsQuarter(month: Month): boolean {
  return (Number(month.slice(5)) - 1) % 3 === 0;
}
