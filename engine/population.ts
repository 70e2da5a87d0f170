import type { DataRecord, Dataset, Placement } from '../schemas/index.ts';

/** Where somebody, or a team, is placed on a day. */
export interface Placed {
  readonly what: string;
  /** The team of a person, the stage of a team. */
  readonly where: string;
  readonly role: string | null;
}

/** Takes the records of a dataset that places people or teams, in any order, and tells who is where on a day. */
export interface Placements {
  take(record: DataRecord): void;
  /** By person or team; those whose latest placement has ended are left out. */
  placed(): Map<string, Placed>;
}

/**
 * Placements on a day. The latest record that begins by then counts, also where it has ended since:
 * then its subject is nowhere. Of two that begin on the same day the one with the greater key counts.
 */
export function placementsOn(day: string, dataset: Dataset): Placements {
  const placement = dataset.placement;
  if (placement === undefined) throw new Error(`${dataset.id} places nobody`);
  const { what, where } = columnsOf(placement);
  const latest = new Map<string, DataRecord>();
  const from = ({ values }: DataRecord) =>
    (placement.from === undefined ? null : values[placement.from]) ?? '';

  return {
    take(record) {
      const subject = record.values[what] ?? null;
      if (subject === null || from(record) > day) return;
      const known = latest.get(subject);
      if (known === undefined || later(from, record, known)) latest.set(subject, record);
    },
    placed() {
      const result = new Map<string, Placed>();
      for (const [subject, { values }] of latest) {
        const to = placement.to === undefined ? null : (values[placement.to] ?? null);
        const place = values[where] ?? null;
        if (place === null || (to !== null && to <= day)) continue;
        const role =
          placement.kind === 'peopleInTeams' && placement.role !== undefined ? values[placement.role] : null;
        result.set(subject, { what: subject, where: place, role: role ?? null });
      }
      return result;
    },
  };
}

function columnsOf(placement: Placement): { what: string; where: string } {
  return placement.kind === 'peopleInTeams'
    ? { what: placement.person, where: placement.team }
    : { what: placement.team, where: placement.stage };
}

function later(from: (record: DataRecord) => string, a: DataRecord, b: DataRecord): boolean {
  return from(a) === from(b) ? a.key > b.key : from(a) > from(b);
}
