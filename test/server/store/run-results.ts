import type { RunResult } from '../../../server/store/documents.ts';

/** A result as a run stores it, of a realistic size; what the store looks at can be said. */
export function runResult(run: string, subject: string, fields: Partial<RunResult> = {}): RunResult {
  return {
    id: `${run}/${encodeURIComponent(subject)}`,
    run,
    subject,
    team: 'North',
    role: null,
    stage: 'mature',
    model: 'mature-seller',
    status: 'evaluated' as RunResult['status'],
    grade: 'A',
    composite: 80,
    result: { subject, note: '绩效'.repeat(100) } as unknown as RunResult['result'],
    inputs: Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`column${index}`, `${index}234.50`]),
    ),
    missing: {},
    receipt: 'f'.repeat(64),
    ...fields,
  };
}
