import { useGetMany, useGetOne } from 'react-admin';
import type { CompanyView, Model, ModelUse, ModelVersionView } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';

/** What the models, stages, grades and rules of a run are called. */
export interface RunModels {
  /** By key; without those that were never published as a version. */
  readonly documents: ReadonlyMap<string, Model>;
  modelName(key: string): string;
  stageName(id: string): string;
  /** A grade's name and its place among the grades of its model, the best 0. */
  gradeOf(model: string, id: string): { readonly name: string; readonly rank: number; readonly of: number };
  ruleName(model: string, id: string): string;
  actionName(model: string, id: string): string;
}

/** The documents of the models that a run was made by; ids stand for names where they cannot be read. */
export function useRunModels(uses: readonly ModelUse[]): RunModels {
  const label = useLabel();
  const ids = uses.flatMap(({ key, version }) => (version === null ? [] : [`${key}@${version}`]));
  const { data = [] } = useGetMany<ModelVersionView>(
    'model-versions',
    { ids: [...new Set(ids)] },
    { enabled: ids.length > 0 },
  );
  const { data: company } = useGetOne<CompanyView>('company', { id: 'company' });
  // A model that is not there yet has no place in the list, or an empty one.
  const found = data.filter((version) => version !== undefined);
  const documents = new Map(found.map(({ key, document }) => [key, document]));
  const named = (item: { readonly name: { zh: string; en: string } } | undefined, id: string) =>
    item === undefined ? id : label(item.name);
  return {
    documents,
    modelName: (key) => named(documents.get(key), key),
    stageName: (id) =>
      named(
        company?.document.stages.find((stage) => stage.id === id),
        id,
      ),
    gradeOf(model, id) {
      const grades = documents.get(model)?.grades ?? [];
      const rank = grades.findIndex((grade) => grade.id === id);
      return { name: named(grades[rank], id), rank, of: grades.length };
    },
    ruleName: (model, id) =>
      named(
        documents.get(model)?.gradeRules?.find((rule) => rule.id === id),
        id,
      ),
    actionName: (model, id) =>
      named(
        documents.get(model)?.actions?.find((rule) => rule.id === id),
        id,
      ),
  };
}
