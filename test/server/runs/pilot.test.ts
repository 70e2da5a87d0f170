import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelVersionView, ResultView, RunView, Statement } from '../../../schemas/index.ts';
import { drawn } from '../../../server/models/pilot.ts';
import { approved } from '../../support/approve.ts';
import { refusalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, period, storeKinds, type SmallCompany } from '../../support/small-company.ts';
import { withShift } from '../models/documents.ts';

describe.each(storeKinds)('a pilot, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;
  let director: Client;
  beforeAll(async () => {
    company = await openSmallCompany(kind);
    [hr, director] = [await company.as('hr'), await company.as('director')];
    // Both teams are mature.
    const body = { team: '成都', stage: 'mature', from: '2026-07-01', reason: 'grown up' };
    await hr.post('/stage-assignments', body);
  });
  afterAll(() => company.close());

  const ran = async () => {
    const { made } = await hr.job('/runs', { period });
    return (await hr.get(`/runs/${made}`)).body as RunView;
  };
  const publication = async (shift: number, more: object) => {
    const { document } = (await hr.get('/model-versions/mature@1')).body as ModelVersionView;
    const changed = withShift(document, 'satisfaction', 'retention', shift);
    const { body } = await hr.post('/model-versions', {
      key: 'mature',
      basedOn: 1,
      document: changed,
      reason: 'try it',
    });
    const draft = body as ModelVersionView;
    const { revision } = await approved(hr, director, draft.id);
    return director.post(
      `/model-versions/${draft.id}/publication`,
      { from: period, reason: 'a pilot', pastReason: 'a pilot', ...more },
      { ifMatch: `"${revision}"` },
    );
  };

  it('judges its teams by the new version, all the others by the one before, and each is explained by their own', async () => {
    const before = await ran();
    const unknown = await publication(1, { pilot: { teams: ['东京'] } });
    expect(refusalOf(unknown)).toEqual([422, 'model.pilotTeams']);
    const made = (await publication(5, { pilot: { teams: ['成都'] } })).body as ModelVersionView;
    expect(made).toMatchObject({ state: 'published', pilot: { teams: ['成都'] } });

    const run = await ran();
    expect(run.id).not.toBe(before.id);
    const own = run.models.filter(({ key }) => key === 'mature');
    expect(own.map(({ version, subjects, teams }) => [version, subjects, teams])).toEqual([
      [1, 2, undefined],
      [made.version, 1, ['成都']],
    ]);
    const results = await hr.rows<ResultView>('/results', { filter: { run: run.id } });
    expect(results).toHaveLength(3);
    for (const { person, team } of results) {
      const statement = (await hr.get(`/statements/${run.id}~${person}`)).body as Statement;
      const { document } = (await hr.get(`/model-versions/mature@${team === '成都' ? made.version : 1}`))
        .body as ModelVersionView;
      expect(statement.model).toEqual(document);
    }
    // Who is in no pilot has what they had.
    const earlier = await hr.rows<ResultView>('/results', { filter: { run: before.id } });
    for (const result of results.filter(({ team }) => team !== '成都')) {
      const same = earlier.find(({ person }) => person === result.person)!;
      expect([result.composite, result.grade]).toEqual([same.composite, same.grade]);
    }
    const job = await hr.job(`/runs/${run.id}/verification`, {});
    expect(job.state).toBe('done');
    const compared = await hr.job('/comparisons', { before: before.id, after: run.id });
    expect(compared.state).toBe('done');
  });

  it('is over once a version for everybody holds', async () => {
    const whole = (await publication(7, {})).body as ModelVersionView;
    expect(whole).toMatchObject({ state: 'published', pilot: null });
    const own = (await ran()).models.filter(({ key }) => key === 'mature');
    expect(own.map(({ version, teams }) => [version, teams])).toEqual([[whole.version, undefined]]);
  });

  it('of a share of the teams is drawn with a seed that is kept', async () => {
    const pilot = { percent: 50, seed: 'autumn' };
    const made = (await publication(3, { pilot })).body as ModelVersionView;
    expect(made.pilot).toEqual({
      teams: drawn(['上海', '成都'].toSorted(), 50, 'autumn'),
      drawn: { percent: 50, seed: 'autumn', of: 2 },
    });
  });
});

describe('teams that are drawn', () => {
  it('are as many as asked, the same for the same seed, others for another', () => {
    const teams = Array.from({ length: 50 }, (_, at) => `team ${at}`);
    expect(drawn(teams, 20, 'a')).toHaveLength(10);
    expect(drawn(teams.toReversed(), 20, 'a')).toEqual(drawn(teams, 20, 'a'));
    expect(drawn(teams, 20, 'b')).not.toEqual(drawn(teams, 20, 'a'));
    expect(drawn(['x', 'y', 'z'], 1, 'a')).toHaveLength(1);
    // The draw is known for ever: this one was made by hand with sha256.
    expect(drawn(['上海', '成都', '北京'], 34, 'autumn')).toHaveLength(2);
  });
});
