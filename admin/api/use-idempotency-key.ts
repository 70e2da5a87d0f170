import { useState } from 'react';

/** One key for one form: a second click sends the same request again, not another. */
export function useIdempotencyKey(): string {
  const [key] = useState(() => crypto.randomUUID());
  return key;
}
