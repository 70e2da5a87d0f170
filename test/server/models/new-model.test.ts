import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, hasErrors } from '../../../engine/index.ts';
import type { StarterModelView } from '../../../schemas/index.ts';
import { approved } from '../../support/approve.ts';
import { refusalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, storeKinds, type SmallCompany } from '../../support/small-company.ts';

describe.each(storeKinds)('a model that is not there yet, on %s', (kind) => {
  let company: SmallCompany;
  let hr: Client;
  beforeAll(async () => {
    company = await openSmallCompany(kind);
    hr = await company.as('hr');
  });
  afterAll(() => company.close());
  const starters = () => hr.rows<StarterModelView>('/starter-models');

  it('begins as a draft from a model that comes with the program', async () => {
    const [starter] = await starters();
    expect(hasErrors(check(starter!.document))).toBe(false);
    const document = { ...starter!.document, key: 'fresh', name: { zh: '新', en: 'Fresh' } };
    const made = await hr.post('/models', { document, reason: 'another market' });
    expect([made.status, made.body]).toMatchObject([
      201,
      { id: 'fresh@1', state: 'draft', basedOn: null, document, reason: 'another market' },
    ]);
    expect((await hr.get('/models/fresh')).body).toMatchObject({ published: [], draft: 1 });
    // Its report has no version to stand next to.
    const ready = await approved(hr, await company.as('director'), 'fresh@1');
    expect(ready.state).toBe('approved');
  });

  it('is refused under a key that is taken, for a stage that is not there, and where it is no model', async () => {
    const [starter] = await starters();
    const post = async (change: object) =>
      refusalOf(await hr.post('/models', { document: { ...starter!.document, ...change }, reason: 'r' }));
    expect(await post({ key: 'mature' })).toEqual([409, 'model.keyTaken']);
    expect(await post({ key: 'other', stage: 'nowhere' })).toEqual([422, 'model.stageUnknown']);
    expect((await post({ key: 'other', metrics: [] }))[0]).toBe(422);
    expect((await hr.get('/models/other')).status).toBe(404);
    for (const role of ['director', 'manager', 'auditor'] as const) {
      const client = await company.as(role);
      expect((await client.post('/models', { document: starter!.document, reason: 'r' })).status).toBe(403);
      expect((await client.get('/starter-models')).status).toBe(403);
    }
  });

  it('is made once, however many try at once, and sent again under its key', async () => {
    const [starter] = await starters();
    const document = { ...starter!.document, key: 'contested' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => hr.post('/models', { document, reason: 'r' })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
    const again = { ...starter!.document, key: 'again' };
    const sent = await hr.post('/models', { document: again, reason: 'r' }, { key: 'same' });
    const repeated = await hr.post('/models', { document: again, reason: 'r' }, { key: 'same' });
    expect([sent.status, repeated.text]).toEqual([201, sent.text]);
  });
});
