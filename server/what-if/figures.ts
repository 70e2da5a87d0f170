import { compile, hashOf, type Program, type Table } from '../../engine/index.ts';
import { withoutPay } from '../../engine/pay/without-pay.ts';
import type { Model, WhatIfFigures } from '../../schemas/index.ts';
import { namesOf } from '../people/names.ts';
import type { Store } from '../store/store.ts';

/** The model as what-ifs judge by it: what it pays is left out, and with it the figures that are read for pay alone. */
export function judgedModel(model: Model): Program {
  return compile(withoutPay(model));
}

/** The columns that the model asks for, without those that it makes itself. */
export async function figuresOf(
  store: Store,
  version: string,
  program: Program,
  table: Table,
  period: string,
): Promise<WhatIfFigures> {
  const names = await namesOf(store, table.subjects);
  const numbers: Record<string, WhatIfFigures['numbers'][string]> = {};
  const texts: Record<string, (string | null)[]> = {};
  const asked = new Set([...program.inputs.map(({ name }) => name), 'team', 'role', 'stage']);
  for (const [name, column] of table.columns) {
    if (!asked.has(name)) continue;
    if (column.kind === 'text') texts[name] = [...column.values];
    else
      numbers[name] = {
        places: column.places,
        units: column.units.map((units) => (units === null ? null : units.toString())),
      };
  }
  return {
    version,
    measures: hashOf(program.model.measures),
    period,
    subjects: table.subjects.map((id) => ({ id, name: names.get(id) ?? null })),
    numbers,
    texts,
  };
}
