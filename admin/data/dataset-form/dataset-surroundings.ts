import type { Dataset } from '../../../schemas/index.ts';
import type { Language } from '../../../locales/index.ts';
import { nothingAround, type Surroundings } from '../../schema-form/surroundings.ts';

/** Which fields of a dataset name one of its columns, and of which types. */
const columnsOf: Readonly<Record<string, readonly Dataset['columns'][number]['type'][]>> = {
  'Dataset.key': ['person', 'date', 'text'],
  'RosterPlacement.person': ['person'],
  'RosterPlacement.team': ['text', 'choice'],
  'RosterPlacement.role': ['text', 'choice'],
  'RosterPlacement.personName': ['text'],
  'RosterPlacement.from': ['date'],
  'RosterPlacement.to': ['date'],
  'StagePlacement.team': ['text', 'choice'],
  'StagePlacement.stage': ['text', 'choice'],
  'StagePlacement.from': ['date'],
  'StagePlacement.to': ['date'],
};

/** What the form of a dataset may name: its own columns, the likeliest first. */
export function datasetSurroundings({ columns }: Dataset, language: Language): Surroundings {
  return {
    ...nothingAround,
    idsOf(owner, field) {
      const types = columnsOf[`${owner}.${field}`];
      if (types === undefined) return undefined;
      return columns
        .toSorted((a, b) => Number(types.includes(b.type)) - Number(types.includes(a.type)))
        .map(({ id, name }) => ({ id, name: name[language] }));
    },
  };
}
