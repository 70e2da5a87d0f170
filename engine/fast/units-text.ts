/** Fractions of up to so many places are looked up, not written. */
const listedPlaces = 4;
const listedUnits = 10 ** listedPlaces;

/** By places, then by units: ".0450"; and by units of the most places: ".045". Written when the first is asked for. */
const fixedFractions: string[][] = [];
let shortFractions: string[] | undefined;
/** What follows the first four places, in the shortest form: "045" of 450 units. */
let tails: string[] | undefined;
/** Figures are mostly small: "0" to "999". */
const wholes = Array.from({ length: 1000 }, (_, whole) => String(whole));

const powers = Array.from({ length: 16 }, (_, places) => 10 ** places);

/** Whole units of 10^-have as a decimal with `want` places, of which there are never fewer; null where they are missing. */
export function figureText(units: number, have: number, want: number): string | null {
  if (Number.isNaN(units)) return null;
  if (want > listedPlaces) return writtenText(units, have, want);
  if (want === 0) return String(units);
  const size = units < 0 ? -units : units;
  const scale = powers[have]!;
  const whole = Math.floor(size / scale);
  const text = wholeText(whole) + fixedFraction((size - whole * scale) * powers[want - have]!, want);
  return units < 0 ? `-${text}` : text;
}

/** Whole units of 10^-places in the shortest form; null where they are missing. */
export function shortestText(units: number, places: number): string | null {
  if (Number.isNaN(units)) return null;
  if (places > 2 * listedPlaces) return shortened(writtenText(units, places, places));
  const size = units < 0 ? -units : units;
  const scale = powers[places]!;
  const whole = Math.floor(size / scale);
  // Two halves of four places; most have nothing in the second.
  const rest = (size - whole * scale) * powers[2 * listedPlaces - places]!;
  const first = Math.floor(rest / listedUnits);
  const second = rest - first * listedUnits;
  const fraction = second === 0 ? shortFraction(first) : fixedFraction(first, listedPlaces) + tail(second);
  const text = wholeText(whole) + fraction;
  return units < 0 ? `-${text}` : text;
}

function wholeText(whole: number): string {
  return whole < wholes.length ? wholes[whole]! : String(whole);
}

function fixedFraction(units: number, places: number): string {
  const texts = (fixedFractions[places] ??= fractionsOf(places));
  return texts[units]!;
}

function shortFraction(units: number): string {
  shortFractions ??= fractionsOf(listedPlaces).map(shortened);
  return shortFractions[units]!;
}

function tail(units: number): string {
  tails ??= fractionsOf(listedPlaces).map((text) => shortened(text).slice(1));
  return tails[units]!;
}

function fractionsOf(places: number): string[] {
  return Array.from({ length: 10 ** places }, (_, units) => `.${String(units).padStart(places, '0')}`);
}

function shortened(text: string): string {
  if (!text.includes('.')) return text;
  let end = text.length;
  while (text[end - 1] === '0') end -= 1;
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end);
}

/** Digit by digit, for any number of places. */
function writtenText(units: number, have: number, want: number): string {
  const digits = String(Math.abs(units));
  const padded = digits.length > have ? digits : digits.padStart(have + 1, '0');
  const cut = padded.length - have;
  const fraction = padded.slice(cut) + '0'.repeat(want - have);
  const text = fraction === '' ? padded : `${padded.slice(0, cut)}.${fraction}`;
  return units < 0 ? `-${text}` : text;
}
