import type { Dataset, PersonView, RecordView, UploadView } from '../../../schemas/index.ts';
import type { SmallCompany } from '../small-company.ts';
import { anyHash, fresh, freshNumber, reason, type Changes } from './ready-change.ts';

/** A small file of targets nobody has yet. */
export function targetsFile(): string {
  const month = `${2100 + freshNumber()}-01-01`;
  return `seller,month,kind,amount\nE1,${month},repeat_sales,1\nE2,${month},repeat_sales,2\n`;
}

const visits: Dataset = {
  format: 'meritscale/dataset/1',
  id: 'visits',
  name: { zh: '拜访', en: 'Visits' },
  key: ['person', 'day'],
  columns: [
    { id: 'person', name: { zh: '人员', en: 'Person' }, type: 'person', required: true },
    { id: 'day', name: { zh: '日期', en: 'Day' }, type: 'date', required: true },
  ],
};

/** A deal that nobody has yet. */
export function freshDeal() {
  return {
    deal_id: fresh('D'),
    seller: 'E1',
    customer: 'Gum',
    customer_class: 'A',
    customer_kind: 'new',
    source: 'website',
    status: 'open',
    opened_on: '2031-01-01',
  };
}

async function ordered(company: SmallCompany) {
  const hr = await company.as('hr');
  const upload: UploadView = await hr.uploaded(targetsFile());
  const mapping = Object.fromEntries(upload.header.map((header) => [header, header]));
  const body = {
    upload: upload.id,
    dataset: 'targets',
    mapping,
    mode: 'allOrNothing',
    dryRun: false,
    reason,
  };
  return { hr, upload, body };
}

/** People, teams, records and files. */
export const dataChanges: Changes = {
  'PUT /people/:id': async (company) => {
    const hr = await company.as('hr');
    const { id, revision } = (await hr.get(`/people/${company.people.E4}`)).body as PersonView;
    return {
      by: hr,
      path: `/people/${id}`,
      body: { name: fresh('Somebody'), reason },
      ifMatch: `"${revision}"`,
      // That, not what: names must not stand in the log.
      logged: {
        action: 'update',
        resource: 'person',
        record: id,
        before: { revision },
        after: { revision: revision + 1, changed: ['name'] },
        reason,
      },
    };
  },
  'POST /datasets': async (company) => {
    const document = { ...visits, id: `visits${freshNumber()}` };
    return {
      by: await company.as('hr'),
      path: '/datasets',
      body: { document, reason },
      logged: { action: 'create', resource: 'dataset', before: null, after: document, reason },
    };
  },
  'PUT /datasets/:id': async (company) => {
    const hr = await company.as('hr');
    const document = { ...visits, id: `visits${freshNumber()}` };
    await hr.post('/datasets', { document, reason });
    const after = { ...document, name: { zh: '走访', en: 'Calls' } };
    return {
      by: hr,
      path: `/datasets/${document.id}`,
      body: { document: after, reason },
      ifMatch: '"1"',
      logged: {
        action: 'update',
        resource: 'dataset',
        record: document.id,
        before: document,
        after,
        reason,
      },
    };
  },
  'POST /stage-assignments': async (company) => {
    const from = `${2200 + freshNumber()}-01-01`;
    return {
      by: await company.as('hr'),
      path: '/stage-assignments',
      body: { team: '上海', stage: 'expansion', from, reason },
      logged: {
        action: 'create',
        resource: 'team',
        record: '上海',
        before: null,
        after: { stage: 'expansion', from },
        reason,
      },
    };
  },
  'POST /records': async (company) => ({
    by: await company.as('salesOps'),
    path: '/records',
    body: { dataset: 'deals', values: freshDeal(), reason },
    logged: { action: 'create', resource: 'record', before: null, after: { hash: anyHash }, reason },
  }),
  'PUT /records/:id': async (company) => {
    const hr = await company.as('hr');
    const { body } = await hr.post('/records', { dataset: 'deals', values: freshDeal(), reason });
    const made = body as RecordView;
    return {
      by: hr,
      path: `/records/${encodeURIComponent(made.id)}`,
      body: { values: { amount: '12.5' }, reason },
      ifMatch: `"${made.revision}"`,
      logged: {
        action: 'update',
        resource: 'record',
        record: made.id,
        before: { hash: anyHash },
        after: { hash: anyHash },
        reason,
      },
    };
  },
  // A file that came in is not yet in use: its import is logged.
  'POST /uploads': async (company) => ({
    by: await company.as('hr'),
    path: '/uploads',
    body: targetsFile(),
  }),
  'POST /imports': async (company) => {
    const { hr, upload, body } = await ordered(company);
    const counts = { rows: 2, added: 2, changed: 0, unchanged: 0, rejected: 0 };
    return {
      by: hr,
      path: '/imports',
      body,
      logged: {
        action: 'create',
        resource: 'import',
        before: null,
        after: { dataset: 'targets', sha256: upload.sha256, ...counts },
        reason,
      },
    };
  },
};
