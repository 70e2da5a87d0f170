import { expect, test } from 'vitest';
import { phaseAfter, unheard, type JobPhase } from '../../../admin/runs/job-phase.ts';
import type { JobView } from '../../../schemas/index.ts';

type Heard = readonly [JobView['state'], number, number];

function told(...heard: readonly Heard[]): JobPhase {
  return heard.reduce(
    (phase, [state, done, all]) => phaseAfter(phase, { state, progress: { done, all } } as JobView),
    unheard,
  );
}

test('before anything is counted a job waits, then prepares, then counts', () => {
  expect(unheard.step).toBe('waiting');
  expect(told(['waiting', 0, 0]).step).toBe('waiting');
  expect(told(['waiting', 0, 0], ['running', 0, 0]).step).toBe('preparing');
  expect(told(['running', 0, 0], ['running', 5, 54])).toEqual({
    step: 'counting',
    resumed: false,
    done: 5,
    all: 54,
  });
});

test('a job that goes back to its beginning was taken up again, and that stays said', () => {
  expect(told(['running', 30, 54], ['waiting', 0, 0]).resumed).toBe(true);
  expect(told(['running', 30, 54], ['running', 0, 0]).resumed).toBe(true);
  expect(told(['running', 30, 54], ['waiting', 0, 0], ['running', 40, 54])).toMatchObject({
    step: 'counting',
    resumed: true,
  });
});

test('a job that only goes on was not taken up again', () => {
  expect(told(['waiting', 0, 0], ['running', 0, 0], ['running', 10, 54], ['running', 10, 54]).resumed).toBe(
    false,
  );
});
