import { expect, it } from 'vitest';
import { check, checkAgainstDatasets, hasErrors, measuring, periodOf } from '../../../engine/index.ts';
import type { Aggregate } from '../../../schemas/index.ts';
import {
  modelOf,
  people,
  randomAggregates,
  randomWorld,
  recordsOf,
  worldDatasets,
} from '../../oracle/random-world.ts';
import { mutate } from '../../support/mutate.ts';
import { resolves } from '../../support/pointers.ts';
import { campaignSeed, campaignSize, seeded } from '../../support/random.ts';

it(
  'mutated measures never crash the engine: they are refused with a pointer, or give figures',
  { timeout: 3_600_000 },
  () => {
    const seed = campaignSeed(2718);
    const random = seeded(seed);
    const makers = Object.values(randomAggregates) as ((random: () => number) => Aggregate)[];
    const world = randomWorld(random);
    const records = recordsOf(world, 20);
    const period = periodOf('2026-Q3', 'Asia/Shanghai')!;
    const count = campaignSize(2_000, 100_000);
    let accepted = 0;
    for (let index = 0; index < count; index += 1) {
      const model = modelOf(makers[index % makers.length]!(random));
      const measures = mutate(random, { measures: model.measures, subject: model.subject });
      const document = { ...model, ...(measures as object) };
      const issues = check(document);
      if (!hasErrors(issues)) issues.push(...checkAgainstDatasets(document, worldDatasets));
      for (const { code, pointer } of issues) {
        expect(resolves(document, pointer!), `seed ${seed}, ${index}: ${code} at ${pointer}`).toBe(true);
      }
      if (hasErrors(issues)) continue;
      accepted += 1;
      const reader = measuring(document, worldDatasets, period);
      for (const record of records) reader.take(record);
      const columns = reader.columns(people, {
        members: (team) => world.teams.get(team) ?? [],
        result: () => 'noRun',
      });
      for (const { units } of columns.values()) expect(units).toHaveLength(people.length);
    }
    console.log(`mutated measures: ${count}, seed ${seed}, ${accepted} still valid, 0 crashes`);
    expect(accepted).toBeGreaterThan(count / 50);
    expect(accepted).toBeLessThan(count);
  },
);
