import { risingBands } from '../../../engine/model/bands.ts';
import { parseDecimal } from '../../../engine/number/decimal.ts';
import { compare } from '../../../engine/number/rational.ts';
import type { Band, DecimalInput } from '../../../schemas/index.ts';
import { sameDecimal } from '../document/decimal-input.ts';

/** A band as it is drawn: its edges, and where it lies on the strip in percent of its width. */
export interface StripBand {
  readonly index: number;
  readonly grade: string;
  readonly from: DecimalInput | undefined;
  readonly to: DecimalInput | undefined;
  /** "80 ≤ x < 90" */
  readonly edges: string;
  readonly left: number;
  readonly width: number;
}

/** A limit between two neighbours of the strip. */
export interface Limit {
  /** Place in the model of the band below and of the band above. */
  readonly below: number;
  readonly above: number;
  readonly value: DecimalInput;
  /** Whether the band below ends elsewhere: a hole or an overlap. */
  readonly broken: boolean;
}

/** A band's edges in words of arithmetic: half-open, [from, to). */
export function edgesText({ from, to }: Pick<Band, 'from' | 'to'>): string {
  if (from === undefined) return to === undefined ? 'x' : `x < ${to}`;
  return to === undefined ? `x ≥ ${from}` : `${from} ≤ x < ${to}`;
}

/** The bands from the lowest to the highest, with their place on a strip; floats are for drawing only. */
export function stripOf(bands: readonly Band[]): StripBand[] {
  if (!readable(bands)) return [];
  const rising = risingBands(bands);
  const [least, most] = domainOf(bands);
  const share = (value: DecimalInput) => ((Number(value) - least) / (most - least)) * 100;
  return rising.map(({ band, index }) => {
    const left = band.from === undefined ? 0 : share(band.from);
    const right = band.to === undefined ? 100 : share(band.to);
    return {
      index,
      grade: band.grade,
      from: band.from,
      to: band.to,
      edges: edgesText(band),
      left,
      width: Math.max(0, right - left),
    };
  });
}

/** The limits between neighbours, rising. */
export function limitsOf(bands: readonly Band[]): Limit[] {
  if (!readable(bands)) return [];
  const rising = risingBands(bands);
  return rising.slice(1).map(({ band, index }, place) => {
    const { band: lower, index: below } = rising[place]!;
    const value = band.from ?? lower.to ?? '';
    return { below, above: index, value, broken: lower.to === undefined || !sameDecimal(lower.to, value) };
  });
}

/** The limits that a limit must stay between: undefined where there is none on that side. */
export function roomOf(
  bands: readonly Band[],
  place: number,
): { readonly after: DecimalInput | undefined; readonly before: DecimalInput | undefined } {
  const limits = limitsOf(bands);
  return { after: limits[place - 1]?.value, before: limits[place + 1]?.value };
}

/**
 * The bands with one limit moved: the band below ends and the band above begins there, so that there is no hole.
 * Undefined where the limit would not lie between its neighbours.
 */
export function withLimit(bands: readonly Band[], place: number, value: DecimalInput): Band[] | undefined {
  const moved = parseDecimal(value);
  const limit = limitsOf(bands)[place];
  if (moved === undefined || limit === undefined) return undefined;
  const { after, before } = roomOf(bands, place);
  if (after !== undefined && compare(moved, parseDecimal(after)!) <= 0) return undefined;
  if (before !== undefined && compare(moved, parseDecimal(before)!) >= 0) return undefined;
  return bands.map((band, index) => ({
    ...band,
    ...(index === limit.below && { to: value }),
    ...(index === limit.above && { from: value }),
  }));
}

function readable(bands: readonly Band[]): boolean {
  return bands.every(({ from, to }) =>
    [from, to].every((edge) => edge === undefined || parseDecimal(edge) !== undefined),
  );
}

/** A little more than what the limits span, and 0 to 100 where they lie in it. */
/** The composites that the strip shows, from its left end to its right one. */
export function domainOf(bands: readonly Band[]): readonly [number, number] {
  const edges = bands.flatMap(({ from, to }) => [from, to].flatMap((edge) => edge ?? [])).map(Number);
  if (edges.length === 0) return [0, 100];
  const [low, high] = [Math.min(...edges), Math.max(...edges)];
  const margin = Math.max((high - low) * 0.25, 5);
  const within = low >= 0 && high <= 100;
  return [
    within ? Math.max(0, low - margin * 2) : low - margin,
    within ? Math.max(100, high + margin) : high + margin,
  ];
}
