import { useMemo } from 'react';
import { useGetList } from 'react-admin';
import type { Dataset, DatasetView, Model } from '../../../schemas/index.ts';
import { useStages } from '../../people/use-stages.ts';
import type { Surroundings } from '../../schema-form/surroundings.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { modelSurroundings } from './model-surroundings.ts';

/** What the forms of a model's parts may name, and the datasets of the company. */
export function useModelSurroundings(document: Model): {
  readonly datasets: readonly Dataset[];
  readonly surroundings: Surroundings;
} {
  const language = useLanguage();
  const { stages } = useStages();
  const { data } = useGetList<DatasetView>('datasets', { pagination: { page: 1, perPage: 1000 } });
  const datasets = useMemo(() => (data ?? []).map((view) => view.document), [data]);
  const surroundings = useMemo(
    () => modelSurroundings(document, datasets, stages, language),
    [document, datasets, stages, language],
  );
  return { datasets, surroundings };
}
