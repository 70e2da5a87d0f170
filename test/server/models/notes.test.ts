import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  HomeView,
  ModelNoteView,
  ModelRevisionView,
  ModelVersionView,
  ModelView,
} from '../../../schemas/index.ts';
import { reviewsDue } from '../../../server/models/reviews-due.ts';
import type { ModelNote, ModelVersion } from '../../../server/store/documents.ts';
import { refusalOf, type Client } from '../../support/client.ts';
import { openSmallCompany, storeKinds, type SmallCompany } from '../../support/small-company.ts';

describe.each(storeKinds)('what is said of versions, on %s', (kind) => {
  let company: SmallCompany;
  let [hr, voice] = [undefined!, undefined!] as [Client, Client];
  let draft: ModelVersionView;
  beforeAll(async () => {
    company = await openSmallCompany(kind);
    hr = await company.as('hr');
    voice = await company.as('representative');
    draft = (await hr.post('/model-versions', { key: 'mature', basedOn: 1, reason: 'less travel' }))
      .body as ModelVersionView;
  });
  afterAll(() => company.close());
  const notes = (by: Client) =>
    by.rows<ModelNoteView>('/model-notes', { filter: { version: draft.id }, sort: ['id', 'ASC'] });
  const comment = (by: Client, body: object) => by.post(`/model-versions/${draft.id}/notes`, body);

  it('of a draft is for those who work on it, until the sellers’ representatives are heard', async () => {
    expect((await comment(hr, { text: 'why 25?', pointer: '/metrics/2/weight' })).status).toBe(200);
    expect(refusalOf(await voice.get(`/model-versions/${draft.id}`))[0]).toBe(404);
    expect(refusalOf(await comment(voice, { text: 'we object' }))[0]).toBe(404);
    const wait = async () => ((await voice.get('/home')).body as HomeView).waiting;
    expect(await wait()).toEqual([]);

    const ops = await company.as('salesOps');
    const open = (by: Client) =>
      by.post(`/model-versions/${draft.id}/hearing`, { reason: 'heard' }, { ifMatch: '"1"' });
    expect(refusalOf(await open(ops))).toEqual([403, 'access.denied']);
    expect((await open(hr)).body).toMatchObject({ state: 'draft', hearing: true, revision: 2 });
    expect((await voice.get(`/model-versions/${draft.id}`)).status).toBe(200);
    expect(await wait()).toEqual([{ kind: 'versionToHear', count: 1, record: 'mature' }]);
    expect((await comment(voice, { text: 'travel costs time' })).status).toBe(200);
    expect((await notes(hr)).map(({ pointer, text, by }) => [pointer, text, by?.id])).toEqual([
      ['/metrics/2/weight', 'why 25?', hr.person],
      [null, 'travel costs time', voice.person],
    ]);
    // Representatives read and say; they do not write.
    const put = await voice.put(`/model-versions/${draft.id}`, { document: draft.document }, '"2"');
    expect(refusalOf(put)).toEqual([403, 'access.denied']);
    for (const role of ['manager', 'seller'] as const) {
      expect(refusalOf(await comment(await company.as(role), { text: 'me too' }))[0]).toBe(403);
    }

    const end = await hr.post(
      `/model-versions/${draft.id}/hearingEnd`,
      { reason: 'over' },
      { ifMatch: '"2"' },
    );
    expect(end.body).toMatchObject({ hearing: false });
    expect(refusalOf(await voice.get(`/model-versions/${draft.id}`))[0]).toBe(404);
    const revisions = await hr.rows<ModelRevisionView>('/model-revisions', {
      filter: { version: draft.id },
    });
    expect(revisions.filter(({ hearing }) => hearing)).toHaveLength(1);
  });

  it('says that a model in force was reviewed, by who may review; a draft is not', async () => {
    const reviewed = { text: 'still right', reviewed: ['weights'] };
    expect(refusalOf(await comment(hr, reviewed))).toEqual([409, 'model.otherState']);
    const ops = await company.as('salesOps');
    const path = '/model-versions/mature@1/notes';
    expect(refusalOf(await ops.post(path, reviewed))).toEqual([403, 'access.denied']);
    expect((await hr.post(path, reviewed)).status).toBe(200);
    const model = (await hr.get('/models/mature')).body as ModelView;
    expect(model.reviews.find(({ of }) => of === 'weights')).toMatchObject({ isDue: false });
    await company.setClock('2030-01-01T00:00:00.000Z');
    await hr.signIn();
    const later = (await hr.get('/models/mature')).body as ModelView;
    expect(later.reviews.find(({ of }) => of === 'weights')).toMatchObject({ isDue: true });
    expect(((await hr.get('/home')).body as HomeView).waiting).toContainEqual(
      expect.objectContaining({ kind: 'reviewDue' }),
    );
  });
});

describe('reviews of a model', () => {
  const version = (number: number, at: string | null, weight: number, formula = 'a') =>
    ({
      version: number,
      state: 'published',
      hash: `${number}`,
      document: { metrics: [{ id: 'm', weight, formula }] },
      change: { at },
    }) as unknown as ModelVersion;
  const due = (versions: ModelVersion[], notes: ModelNote[] = [], months = {}, today = '2026-09-01') =>
    reviewsDue(versions, notes, { reviews: months }, today).map(({ of, due: day, isDue }) => [
      of,
      day,
      isDue,
    ]);

  it('fall due by when each part last changed, quarterly, half-yearly and yearly', () => {
    const versions = [version(1, '2026-01-31T08:00:00Z', 10), version(2, '2026-05-31T08:00:00Z', 10, 'b')];
    expect(due(versions)).toEqual([
      ['model', '2026-08-31', true],
      ['weights', '2026-07-31', true],
      ['metrics', '2027-05-31', false],
    ]);
  });

  it('count what was said to be reviewed, and the months that the company says', () => {
    const note = { reviewed: ['weights'], change: { at: '2026-08-30T08:00:00Z' } } as unknown as ModelNote;
    expect(due([version(1, '2026-01-31T08:00:00Z', 10)], [note], { weights: 6, model: 1 })).toEqual([
      ['model', '2026-02-28', true],
      ['weights', '2027-02-28', false],
      ['metrics', '2027-01-31', false],
    ]);
    expect(due([version(1, null, 10)])).toEqual([]);
    expect(due([])).toEqual([]);
  });
});
