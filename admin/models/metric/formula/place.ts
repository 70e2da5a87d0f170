import type { Issue } from '../../../../schemas/index.ts';

/** A place in a formula with what is around it. */
export interface FormulaPlace {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  /** Nothing at the end of the formula. */
  readonly marked: string;
  readonly after: string;
}

/** So much of a long formula is shown on either side. */
const around = 24;

/** Where in a formula an issue is; undefined where it is about the whole. */
export function formulaPlace(formula: string, { params }: Issue): FormulaPlace | undefined {
  const at = params?.['at'];
  if (typeof at !== 'number' || at > formula.length) return undefined;
  const found = String(params?.['found'] ?? '');
  const written = found !== '' && formula.startsWith(found, at);
  const to = Math.min(at + (written ? found.length : 1), formula.length);
  const [start, end] = [Math.max(0, at - around), Math.min(formula.length, to + around)];
  return {
    from: at,
    to,
    before: `${start === 0 ? '' : '…'}${formula.slice(start, at)}`,
    marked: formula.slice(at, to),
    after: `${formula.slice(to, end)}${end === formula.length ? '' : '…'}`,
  };
}
