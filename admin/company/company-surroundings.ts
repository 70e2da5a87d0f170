import type { Language } from '../../locales/index.ts';
import type { Dataset, Model } from '../../schemas/index.ts';
import { nothingAround, type Surroundings } from '../schema-form/surroundings.ts';

/** What the settings may name: datasets, their columns, and the grades of all models. */
export function companySurroundings(
  datasets: readonly Dataset[],
  models: readonly Model[],
  language: Language,
): Surroundings {
  const grades = new Map(
    models.flatMap((model) => model.grades.map(({ id, name }) => [id, name[language]] as const)),
  );
  const wanted: Readonly<Record<string, readonly string[]>> = {
    subject: ['person'],
    column: ['choice', 'text'],
    date: ['date'],
  };
  return {
    ...nothingAround,
    idsOf(owner, field, around) {
      if (field === 'favourable') return [...grades].map(([id, name]) => ({ id, name }));
      if (owner !== 'FairnessField') return undefined;
      if (field === 'dataset') return datasets.map(({ id, name }) => ({ id, name: name[language] }));
      const dataset = datasets.find(({ id }) => id === around.at(-1)?.['dataset']);
      const types = wanted[field] ?? [];
      return dataset?.columns
        .toSorted((a, b) => Number(types.includes(b.type)) - Number(types.includes(a.type)))
        .map(({ id, name }) => ({ id, name: name[language] }));
    },
  };
}
