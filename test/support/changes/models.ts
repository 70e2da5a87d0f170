import type { CompanyView, Model, ModelVersionView } from '../../../schemas/index.ts';
import { approved, putUp, reportOf } from '../approve.ts';
import type { Client } from '../client.ts';
import type { SmallCompany } from '../small-company.ts';
import { fresh, freshNumber, reason, type Changes } from './ready-change.ts';

const summaryOf = ({ state, revision, from, document }: ModelVersionView) => ({
  state,
  revision,
  from,
  document,
});
const renamed = (document: Model): Model => ({ ...document, name: { zh: fresh('改'), en: 'Changed' } });

async function drafted(company: SmallCompany) {
  const hr = await company.as('hr');
  const { body } = await hr.post('/model-versions', { key: 'mature', basedOn: 1, reason });
  const draft = body as ModelVersionView;
  return { hr, draft, path: `/model-versions/${draft.id}` };
}

/** A step of a version, and what the log says of it. */
function stepLogged(
  by: Client,
  draft: ModelVersionView,
  path: string,
  body: object,
  [before, after, report]: readonly [string, string, string],
) {
  const summary = { ...summaryOf(draft), report };
  const { report: _report, ...without } = summary;
  const revision = before === 'draft' ? 1 : 2;
  return {
    by,
    path,
    body,
    ifMatch: `"${revision}"`,
    logged: {
      action: 'update',
      resource: 'model',
      record: draft.id,
      before: { ...(before === 'draft' ? without : summary), state: before, revision },
      after: { ...summary, state: after, revision: revision + 1 },
      reason,
    },
  };
}

/** The company and its models. */
export const modelChanges: Changes = {
  'PUT /company/:id': async (company) => {
    const hr = await company.as('hr');
    const { document, revision } = (await hr.get('/company/company')).body as CompanyView;
    const after = { ...document, name: { zh: fresh('公司'), en: 'Company' } };
    return {
      by: hr,
      path: '/company/company',
      body: { document: after, reason },
      ifMatch: `"${revision}"`,
      logged: { action: 'update', resource: 'company', record: 'company', before: document, after, reason },
    };
  },
  'POST /models': async (company) => {
    const hr = await company.as('hr');
    const { document: like } = (await hr.get('/model-versions/mature@1')).body as ModelVersionView;
    const document = { ...like, key: `model${freshNumber()}` };
    return {
      by: hr,
      path: '/models',
      body: { document, reason },
      logged: {
        action: 'create',
        resource: 'model',
        before: null,
        after: { state: 'draft', revision: 1, from: null, document },
        reason,
      },
    };
  },
  'POST /model-versions': async (company) => {
    const hr = await company.as('hr');
    const { document } = (await hr.get('/model-versions/mature@1')).body as ModelVersionView;
    return {
      by: hr,
      path: '/model-versions',
      body: { key: 'mature', basedOn: 1, reason },
      logged: {
        action: 'create',
        resource: 'model',
        before: null,
        after: { state: 'draft', revision: 1, from: null, document },
        reason,
      },
    };
  },
  'PUT /model-versions/:id': async (company) => {
    const { hr, draft, path } = await drafted(company);
    const document = renamed(draft.document);
    return {
      by: hr,
      path,
      body: { document, reason },
      ifMatch: '"1"',
      logged: {
        action: 'update',
        resource: 'model',
        record: draft.id,
        before: summaryOf(draft),
        after: { ...summaryOf(draft), revision: 2, document },
        reason,
      },
    };
  },
  'DELETE /model-versions/:id': async (company) => {
    const { hr, draft, path } = await drafted(company);
    return {
      by: hr,
      path,
      ifMatch: '"1"',
      logged: {
        action: 'update',
        resource: 'model',
        record: draft.id,
        before: summaryOf(draft),
        after: { ...summaryOf(draft), revision: 2, state: 'withdrawn' },
        reason: null,
      },
    };
  },
  // Asked of a document that is not kept: nothing changes.
  'POST /measure-previews': async (company) => {
    const hr = await company.as('hr');
    const { document } = (await hr.get('/model-versions/mature@1')).body as ModelVersionView;
    return {
      by: hr,
      path: '/measure-previews',
      body: { document, measure: document.measures[0]!.id, period: '2026-Q3' },
    };
  },
  'POST /model-versions/:id/notes': async (company) => {
    const { hr, draft, path } = await drafted(company);
    const pointer = '/metrics/0/weight';
    return {
      by: hr,
      path: `${path}/notes`,
      body: { text: reason, pointer },
      logged: {
        action: 'comment',
        resource: 'model',
        record: draft.id,
        before: null,
        after: { pointer },
        reason,
      },
    };
  },
  'POST /model-versions/:id/hearing': async (company) => {
    const { hr, draft, path } = await drafted(company);
    return {
      by: hr,
      path: `${path}/hearing`,
      body: { reason },
      ifMatch: '"1"',
      logged: {
        action: 'update',
        resource: 'model',
        record: draft.id,
        before: summaryOf(draft),
        after: { ...summaryOf(draft), revision: 2, hearing: true },
        reason,
      },
    };
  },
  'POST /model-versions/:id/hearingEnd': async (company) => {
    const { hr, draft, path } = await drafted(company);
    await hr.post(`${path}/hearing`, { reason }, { ifMatch: '"1"' });
    return {
      by: hr,
      path: `${path}/hearingEnd`,
      body: { reason },
      ifMatch: '"2"',
      logged: {
        action: 'update',
        resource: 'model',
        record: draft.id,
        before: { ...summaryOf(draft), revision: 2, hearing: true },
        after: { ...summaryOf(draft), revision: 3 },
        reason,
      },
    };
  },
  'POST /model-versions/:id/submission': async (company) => {
    const { hr, draft, path } = await drafted(company);
    const report = await reportOf(hr, draft.id);
    return stepLogged(hr, draft, `${path}/submission`, { report, reason }, ['draft', 'inReview', report]);
  },
  'POST /model-versions/:id/approval': async (company) => {
    const { hr, draft, path } = await drafted(company);
    const { report } = await putUp(hr, draft.id);
    const by = await company.as('director');
    return stepLogged(by, draft, `${path}/approval`, { reason }, ['inReview', 'approved', report!]);
  },
  'POST /model-versions/:id/return': async (company) => {
    const { hr, draft, path } = await drafted(company);
    const { report } = await putUp(hr, draft.id);
    return stepLogged(hr, draft, `${path}/return`, { reason }, ['inReview', 'draft', report!]);
  },
  'POST /model-versions/:id/rejection': async (company) => {
    const { hr, draft, path } = await drafted(company);
    const { report } = await putUp(hr, draft.id);
    return stepLogged(hr, draft, `${path}/rejection`, { reason }, ['inReview', 'rejected', report!]);
  },
  'POST /model-versions/:id/withdrawal': async (company) => {
    const { hr, draft, path } = await drafted(company);
    const { report } = await putUp(hr, draft.id);
    return stepLogged(hr, draft, `${path}/withdrawal`, { reason }, ['inReview', 'draft', report!]);
  },
  'POST /model-versions/:id/publication': async (company) => {
    const { hr, draft, path } = await drafted(company);
    const director = await company.as('director');
    const { report } = await approved(hr, director, draft.id);
    // Each from a later period than the one before.
    const from = `${2040 + freshNumber()}-Q1`;
    return {
      by: director,
      path: `${path}/publication`,
      body: { from, reason },
      ifMatch: '"3"',
      logged: {
        action: 'publish',
        resource: 'model',
        record: draft.id,
        before: { ...summaryOf(draft), revision: 3, state: 'approved', report },
        after: { ...summaryOf(draft), revision: 4, state: 'published', from, report },
        reason,
      },
    };
  },
};
