import { useGetOne } from 'react-admin';
import type { CompanyView, Stage } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';

/** The company's stages, and what people call one; an id nobody knows stands for itself. */
export function useStages(): { readonly stages: readonly Stage[]; name(id: string | null): string } {
  const label = useLabel();
  const { data } = useGetOne<CompanyView>('company', { id: 'company' });
  const stages = data?.document.stages ?? [];
  return {
    stages,
    name(id) {
      const stage = stages.find((item) => item.id === id);
      return stage === undefined ? (id ?? '') : label(stage.name);
    },
  };
}
