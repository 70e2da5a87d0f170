import type { Aggregate } from '../../schemas/index.ts';
import type { MadeAggregate } from './kinds.ts';
import type { MadeKind } from './made.ts';
import { members } from './members.ts';
import { related } from './related.ts';
import { result } from './result.ts';
import { streak } from './streak.ts';

type Kinds = { readonly [K in MadeAggregate['kind']]: MadeKind<Extract<MadeAggregate, { kind: K }>> };

const kinds: Kinds = { streak, result, members, related };
const byName = new Map<string, MadeKind<never>>(Object.entries(kinds));

/** How a measure that is not aggregated from its subject's records is made; undefined for the others. */
export function madeKindOf({ kind }: Aggregate): MadeKind<Aggregate> | undefined {
  return byName.get(kind);
}
