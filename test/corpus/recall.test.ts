import { describe, expect, it } from 'vitest';
import { analyse, check, hasErrors } from '../../engine/index.ts';
import { clean, defective, type Specimen } from './corpus.ts';
import { defects } from './defects.ts';

/** Of models that were looked at while the analyser was written, and of others. */
const seeds = [20261124, 777_000_000];
const each = 18;
const cleanCount = 80;

const found = ({ model }: Specimen) => [...check(model), ...analyse(model)].map(({ code }) => code);

describe.each(seeds)('the corpus of models with one defect each, seed %i', (seed) => {
  const corpus = defective(seed, each);

  it(`has ${corpus.length} of them that are models, and each kind of defect`, () => {
    expect(corpus.length).toBeGreaterThanOrEqual(200);
    for (const { name, code, model } of corpus) {
      // Bands with a hole are refused: every other one is allowed, and found all the same.
      const errors = check(model).filter(({ severity }) => severity === 'error');
      expect([name, errors.every((issue) => issue.code === code)]).toEqual([name, true]);
    }
    expect(new Set(corpus.map(({ code }) => code)).size).toBe(Object.keys(defects).length);
  });

  it('has its defects found: at least 98 of 100', () => {
    const missed = corpus.filter((specimen) => !found(specimen).includes(specimen.code!));
    const recall = 1 - missed.length / corpus.length;
    console.log(
      `seed ${seed}: recall ${corpus.length - missed.length}/${corpus.length} (${(recall * 100).toFixed(1)} %)${
        missed.length === 0 ? '' : `, missed: ${missed.map(({ name }) => name).join(', ')}`
      }`,
    );
    expect(recall).toBeGreaterThanOrEqual(0.98);
  }, 60_000);

  it('raises no alarm where nothing is wrong', () => {
    const models = clean(seed, cleanCount);
    for (const { name, model } of models) expect([name, hasErrors(check(model))]).toEqual([name, false]);
    const alarms = models.flatMap((specimen) => {
      const codes = found(specimen);
      return codes.length === 0 ? [] : [`${specimen.name}: ${codes.join(', ')}`];
    });
    console.log(`seed ${seed}: ${alarms.length} false alarms on ${models.length} clean models`);
    expect(alarms).toEqual([]);
  }, 60_000);
});
