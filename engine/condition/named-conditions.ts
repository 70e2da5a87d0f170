import type { Conditions, Model } from '../../schemas/index.ts';

/** The named conditions of a model by their ids, each with its JSON pointer. */
export type NamedConditions = ReadonlyMap<
  string,
  { readonly conditions: Conditions; readonly pointer: string }
>;

export function namedConditions({ conditions: list = [] }: Pick<Model, 'conditions'>): NamedConditions {
  return new Map(
    list.map(({ id, conditions }, index) => [id, { conditions, pointer: `/conditions/${index}/conditions` }]),
  );
}
