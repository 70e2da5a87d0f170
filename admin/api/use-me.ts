import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../schemas/index.ts';
import { whoAmI } from './auth-provider.ts';

/** Who is signed in; undefined while that is not known yet. */
export function useMe(): Me | undefined {
  return useQuery({ queryKey: ['session'], queryFn: whoAmI, retry: false, staleTime: 60_000 }).data;
}
