/**
 * What it takes to compare two versions of a model, and to judge everybody anew after an edit: tables are made before,
 * so that it is the engine that is measured. `node --import tsx bench/versions.ts`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareVersions,
  compile,
  isMoved,
  openWhatIf,
  sharesOfEdits,
  tableOf,
  type Table,
} from '../engine/index.ts';
import type { Metric, Model } from '../schemas/index.ts';
import { seeded } from '../test/support/random.ts';

const file = join(import.meta.dirname, '../rules/starter/models/mature.model.json');
const model = JSON.parse(readFileSync(file, 'utf8')) as Model;
const months = 12;

/** Figures in the range of what a starter's measures are. */
function tableFor(people: number, seed: number): Table {
  const random = seeded(seed);
  const rows = Array.from({ length: people }, (_, row) => ({
    subject: `p${String(row).padStart(7, '0')}`,
    figures: {
      team: `team ${row % 50}`,
      role: 'seller',
      stage: model.stage,
      ...Object.fromEntries(model.measures.map(({ id }) => [id, Math.round(random() * 20_000) / 100])),
    },
  }));
  return tableOf([...compile(model).inputs, { name: 'team', kind: 'text' }], rows).table;
}

/** Five edits: weights of two groups, two targets or caps, the bands. */
function edited(): Model {
  const metric = (id: string, change: Partial<Metric>) => (one: Metric) =>
    one.id === id ? { ...one, ...change } : one;
  const metrics = model.metrics
    .map(metric('satisfaction', { weight: 20 }))
    .map(metric('retention', { weight: 13 }))
    .map(metric('nps', { whenMissing: 'zero' }))
    .map(metric('collection', { target: { kind: 'constant', value: 95 } }));
  const bands = model.bands.map((band) => ({
    ...band,
    ...(band.from !== undefined && { from: Number(band.from) + 1 }),
    ...(band.to !== undefined && { to: Number(band.to) + 1 }),
  }));
  return { ...model, metrics, bands };
}

function seconds<T>(name: string, act: () => T): T {
  const begun = performance.now();
  const made = act();
  console.log(`${name}: ${((performance.now() - begun) / 1000).toFixed(2)} s`);
  return made;
}

function finished(steps: ReturnType<typeof sharesOfEdits>) {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const after = edited();
const tables = Array.from({ length: months }, (_, month) => tableFor(10_000, month + 1));
const movers = seconds('10,000 people × 12 months × 2 versions: matrix, movers and cost', () =>
  tables.reduce((sum, table) => {
    const compared = compareVersions({ model, table }, { model: after, table });
    return sum + compared.movements.filter(isMoved).length;
  }, 0),
);
console.log(`${movers} movers of ${months * 10_000}`);
seconds('shares of 5 edits for all of them', () => {
  for (const table of tables) {
    const shares = finished(sharesOfEdits({ model, table }, { model: after, table }));
    for (let row = 0; row < table.subjects.length; row += 1) shares.of(row);
  }
});

for (const people of [10_000, 100_000]) {
  const table = tableFor(people, 99);
  const whatIf = openWhatIf(model, table);
  const times: number[] = [];
  for (let edit = 0; edit < 60; edit += 1) {
    const weight = 20 + (edit % 10);
    const metrics = model.metrics.map((one) => (one.id === 'satisfaction' ? { ...one, weight } : one));
    const begun = performance.now();
    whatIf.change({ ...model, metrics });
    times.push(performance.now() - begun);
  }
  const sorted = times.slice(10).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]!.toFixed(1);
  console.log(
    `${people} people judged anew after an edit of a weight: median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  );
}
