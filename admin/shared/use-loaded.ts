import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';

/** What came of asking: nothing yet, the answer, or what went wrong. */
export interface Loaded<T> {
  readonly body: T | undefined;
  readonly failed: { readonly error: unknown } | undefined;
}

/** The answer to a GET that is no record of a resource; asked for each time it is shown anew. */
export function useLoaded<T>(path: string): Loaded<T> {
  const { data, error } = useQuery({
    queryKey: ['api', path],
    queryFn: async ({ signal }) => (await api<T>('GET', path, { signal })).body,
    retry: false,
    gcTime: 0,
  });
  return { body: data, failed: error === null ? undefined : { error } };
}
