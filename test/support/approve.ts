import type { ModelVersionView, ModelView, VersionComparisonView } from '../../schemas/index.ts';
import type { Client } from './client.ts';
import { period as usualPeriod } from './small-company.ts';

const etagOf = ({ revision }: ModelVersionView) => `"${revision}"`;

/** The impact report of a draft: a comparison with the version in force. */
export async function reportOf(by: Client, id: string, period = usualPeriod): Promise<string> {
  const key = id.slice(0, id.lastIndexOf('@'));
  const { published } = (await by.get(`/models/${key}`)).body as ModelView;
  const base = published.findLast(({ pilot }) => !pilot);
  const before = base === undefined ? null : `${key}@${base.version}`;
  const job = await by.job('/version-comparisons', { before, after: id, periods: [period] });
  if (job.made === null) throw new Error(JSON.stringify(job.issues));
  return ((await by.get(`/version-comparisons/${job.made}`)).body as VersionComparisonView).id;
}

/** Puts a draft up for review, with its report. */
export async function putUp(by: Client, id: string, period = usualPeriod): Promise<ModelVersionView> {
  const report = await reportOf(by, id, period);
  return stepped(by, id, 'submission', { report, reason: 'please look' });
}

/** Puts a draft up for review, and has it approved by somebody else. */
export async function approved(
  by: Client,
  director: Client,
  id: string,
  period = usualPeriod,
): Promise<ModelVersionView> {
  await putUp(by, id, period);
  return stepped(director, id, 'approval', { reason: 'fine' });
}

/** Takes a version a step on, which must be taken. */
export async function stepped(by: Client, id: string, step: string, body: object): Promise<ModelVersionView> {
  const version = (await by.get(`/model-versions/${id}`)).body as ModelVersionView;
  const answer = await by.post(`/model-versions/${id}/${step}`, body, { ifMatch: etagOf(version) });
  if (answer.status !== 200) throw new Error(`${step}: ${answer.text}`);
  return answer.body as ModelVersionView;
}
