import { analyseSeen, type Seen, type Table } from '../../engine/index.ts';
import { divide, integer } from '../../engine/number/rational.ts';
import type { Issue, Model } from '../../schemas/index.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { modelVersions } from '../models/versions.ts';
import type { Store } from '../store/store.ts';
import type { InPeriod } from './compare-in.ts';

/** What the stored data say of the later version, and which business stages no model judges. */
export async function seenFindings(
  store: Store,
  model: Model,
  compared: readonly InPeriod[],
): Promise<Issue[]> {
  const seen = compared.flatMap(({ period, movements, table }) => {
    const rows = new Map(table.subjects.map((subject, row) => [subject, row]));
    return movements.flatMap(({ subject, after }) => {
      const row = rows.get(subject);
      return after === null || row === undefined ? [] : [seenOf(table, row, after, period.id)];
    });
  });
  return [...analyseSeen(model, seen), ...(await stagesWithoutModel(store, model))];
}

function seenOf(table: Table, row: number, result: Seen['result'], period: string): Seen {
  const text = (name: string) => {
    const column = table.columns.get(name);
    return column?.kind === 'text' ? (column.values[row] ?? null) : null;
  };
  return {
    result,
    period,
    team: text('team'),
    role: text('role'),
    stage: text('stage'),
    figure(measure) {
      const column = table.columns.get(measure);
      const units = column?.kind === 'text' ? null : (column?.units[row] ?? null);
      if (column === undefined || column.kind === 'text' || units === null) return null;
      return divide(integer(units), integer(10n ** BigInt(column.places)));
    },
  };
}

async function stagesWithoutModel(store: Store, { cadence, subject, stage: own }: Model): Promise<Issue[]> {
  if (subject !== 'person') return [];
  const [company] = await currentDefinitions(store, 'company');
  const judged = new Set([own]);
  for (const { state, document } of await modelVersions(store)) {
    if (state !== 'published' || document.cadence !== cadence || document.subject !== subject) continue;
    judged.add(document.stage);
  }
  return (company?.document.stages ?? [])
    .filter(({ id }) => !judged.has(id))
    .map(({ id }) => ({
      code: 'stage.withoutModel',
      severity: 'warning',
      pointer: '/stage',
      params: { stage: id, cadence },
    }));
}
