import type { Preflight, RunView } from '../../../schemas/index.ts';
import { earlierQuarters, period } from '../small-company.ts';
import { freshDeal } from './data.ts';
import { reason, type Changes } from './ready-change.ts';

/**
 * Runs, and what is done with them. A run, a verification and a comparison change nothing that was there, and say
 * themselves who asked for them: the log does not.
 */
export const runChanges: Changes = {
  'POST /runs': async (company) => ({ by: await company.as('hr'), path: '/runs', body: { period } }),
  'POST /runs/:id/verification': async (company) => {
    const hr = await company.as('hr');
    return { by: hr, path: `/runs/${(await hr.job('/runs', { period })).made}/verification` };
  },
  'POST /comparisons': async (company) => {
    const hr = await company.as('hr');
    const before = (await hr.job('/runs', { period })).made!;
    await hr.post('/records', { dataset: 'deals', values: freshDeal(), reason });
    const after = (await hr.job('/runs', { period })).made!;
    return { by: hr, path: '/comparisons', body: { before, after } };
  },
  'POST /version-comparisons': async (company) => {
    const hr = await company.as('hr');
    return {
      by: hr,
      path: '/version-comparisons',
      body: { before: null, after: 'mature@1', periods: [period] },
    };
  },
  'POST /runs/:id/lock': async (company) => {
    const director = await company.as('director');
    // Each can be locked once.
    let quarter = '';
    for (quarter of earlierQuarters) {
      const { locked } = (await director.get(`/preflight?period=${quarter}`)).body as Preflight;
      if (locked === null) break;
    }
    const made = (await director.job('/runs', { period: quarter })).made!;
    const { run } = (await director.get(`/runs/${made}`)).body as RunView;
    return {
      by: director,
      path: `/runs/${made}/lock`,
      body: { reason },
      ifMatch: '"1"',
      logged: {
        action: 'lock',
        resource: 'run',
        record: made,
        before: { state: 'open' },
        after: { state: 'locked', period: quarter, results: run.results },
        reason,
      },
    };
  },
};
