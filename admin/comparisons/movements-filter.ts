import type { MovementCause } from '../../schemas/index.ts';

/** Why somebody moved, the plain ones first; the last is that nobody did. */
export const causes = [
  'rule',
  'data',
  'both',
  'joined',
  'left',
  'none',
] as const satisfies readonly MovementCause[];

/** All but those whom nothing moved. */
export const movedCauses: readonly MovementCause[] = causes.filter((cause) => cause !== 'none');

/** The choice that stands for a filter by cause: one cause, or all that moved somebody, which is several. */
export function choiceOf(cause: unknown): string {
  if (Array.isArray(cause)) return 'moved';
  return typeof cause === 'string' ? cause : '';
}

/** The filter by cause that a choice stands for. */
export function causeOf(choice: string): string | readonly string[] {
  return choice === 'moved' ? movedCauses : choice;
}

/** The address of a comparison with its movements filtered. */
export function movementsAddress(
  comparison: string,
  filter: Readonly<Record<string, string | readonly string[]>>,
): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter) });
  return `/comparisons/${encodeURIComponent(comparison)}?${query.toString()}`;
}
