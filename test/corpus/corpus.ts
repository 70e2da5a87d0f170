import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../engine/index.ts';
import type { Model } from '../../schemas/index.ts';
import { pick, seeded, whole, type Random } from '../support/random.ts';
import { defects, type Defect } from './defects.ts';
import {
  actionRule,
  boundedMetric,
  gradeRule,
  gradesOf,
  names,
  push,
  score,
  variationOf,
  type Loose,
} from './variations.ts';

/** A model with one defect, and the code that it is to be found by; or a clean one. */
export interface Specimen {
  readonly name: string;
  readonly code: string | undefined;
  readonly model: unknown;
}

const root = join(import.meta.dirname, '../../rules');
const bases = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.model.json'))
  .toSorted()
  .map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Model);

/** So many models of each defect. @param seed another seed, another corpus. */
export function defective(seed: number, each: number): Specimen[] {
  return Object.entries(defects).flatMap(([code, defect], kind) =>
    Array.from({ length: each }, (_, index) => {
      const made = allowed(seed + kind * 1000 + index, code, defect);
      return { ...made, name: `${code} ${made.name}`, code };
    }),
  );
}

/** Models that are as they should be, some with rules that look like a defect and are none. */
export function clean(seed: number, count: number): Specimen[] {
  return Array.from({ length: count }, (_, index) => {
    const made = allowed(seed + 900_000 + index, undefined, (random, model) =>
      pick(random, decoys)(random, model),
    );
    return { ...made, name: `clean ${made.name}`, code: undefined };
  });
}

/** The first of a row of seeds by which the change leaves a model that check allows, but for the defect itself. */
function allowed(seed: number, code: string | undefined, change: Defect): { name: string; model: unknown } {
  for (let own = seed; ; own += 100_000_000) {
    const random = seeded(own);
    const model = variationOf(random, pick(random, bases));
    change(random, model);
    const errors = check(model).filter(({ severity }) => severity === 'error');
    if (errors.every((issue) => issue.code === code)) return { name: String(own), model };
  }
}

const decoys: readonly ((random: Random, model: Loose) => void)[] = [
  () => undefined,
  // The narrower one first.
  (random, model) => {
    const id = boundedMetric(random, model);
    const [low, worse] = [whole(random, 20, 40), gradesOf(model).at(-1)!];
    push(
      model,
      'gradeRules',
      gradeRule('decoy_narrow', worse, { all: [score(id, 'lessThan', low - 5)] }, 901),
      gradeRule('decoy_wide', worse, { all: [score(id, 'lessThan', low)] }, 900),
    );
  },
  // A conflict says which stays.
  (random, model) => {
    const id = boundedMetric(random, model);
    push(
      model,
      'actions',
      actionRule('decoy_up', 'promotion', { all: [score(id, 'greaterThan', 90)] }),
      actionRule('decoy_plan', 'pip', { all: [{ fact: 'composite', operator: 'lessThan', value: 50 }] }),
    );
    const actions = model['actions'] as { event: { type: string } }[];
    const exclusive = ['promotion', 'pip', 'improvement_plan', 'not_eligible'];
    push(model, 'conflicts', {
      id: 'decoy',
      name: names('decoy'),
      types: exclusive.filter((type) => actions.some(({ event }) => event.type === type)),
      keep: 'priority',
    });
  },
  // Neither can be at once.
  (random, model) => {
    const id = boundedMetric(random, model);
    push(
      model,
      'actions',
      actionRule('decoy_honour', 'decoy', { all: [score(id, 'greaterThan', 90)] }, { coefficient: 1.2 }),
      actionRule('decoy_talk', 'decoy', { all: [score(id, 'lessThanInclusive', 90)] }, { coefficient: 0.8 }),
    );
  },
  // A target with a last resort.
  (random, model) => {
    const measure = pick(random, model['measures'] as Loose[])['id'] as string;
    pick(random, model['metrics'] as Loose[])['target'] = {
      kind: 'condition',
      cases: [{ conditions: { all: [{ fact: measure, operator: 'lessThan', value: 30 }] }, value: 95 }],
      otherwise: { value: 80 },
    };
  },
  // Tiers that rise a little.
  (random, model) => {
    const figure = (model['measures'] as Loose[])[0]!['id'] as string;
    model['pay'] = [
      {
        id: 'decoy_pay',
        name: names('decoy_pay'),
        amount: {
          kind: 'tiers',
          method: pick(random, ['whole', 'sliced']),
          figure,
          below: 1,
          tiers: [
            { from: 1000, rate: 2 },
            { from: 2000, rate: 3 },
          ],
        },
      },
    ];
  },
];
