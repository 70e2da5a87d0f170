import type { Caller } from '../../engine/access/can.ts';
import type {
  Issue,
  ModelRevisionView,
  ModelVersionView,
  Submission,
  Transition,
} from '../../schemas/index.ts';
import { pageOf } from '../api/page-of.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { namesOf } from '../people/names.ts';
import { takeStep, steps, type StepName } from './review.ts';
import { mayRead } from './routes.ts';
import { modelVersion, revisionsOf } from './versions.ts';
import { parseVersionId, versionId } from './version-id.ts';
import { versionViews } from './views.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** The way of a version from draft to approved, and back; each step with its reason, all of them kept. */
export function reviewRoutes({ store }: Services): Route[] {
  const named = async (id: string | undefined, caller: Caller | undefined) => {
    const parsed = parseVersionId(id ?? '');
    const found = parsed === undefined ? undefined : await modelVersion(store, parsed.key, parsed.version);
    return found === undefined || !mayRead(caller, found) ? undefined : found;
  };
  const stepRoute = (name: StepName): Route =>
    defineRoute<Submission | Transition, ModelVersionView>({
      method: 'POST',
      path: `/model-versions/:id/${name}`,
      summary: steps[name].summary,
      allow: { action: steps[name].action, resource: 'model' },
      ifMatch: true,
      body: name === 'submission' ? 'models#submission' : 'models#transition',
      answer: 'models#version',
      refuses: name === 'submission' ? [404, 409, 422] : [404, 409],
      async handle({ params, body, ifMatch, caller, change }) {
        const version = await named(params['id'], caller);
        if (version === undefined) return refuse(404, issue('request.notFound'));
        const by = change(body.reason);
        const answer = async (made: typeof version) => {
          const [view] = await versionViews(store, [made]);
          return { body: view!, etag: made.revision };
        };
        // The same request, sent again, finds what it did.
        if (version.change.request === by.request) return answer(version);
        if (ifMatch !== String(version.revision)) return refuse(412, issue('request.stale'));
        const report = 'report' in body ? body.report : undefined;
        const outcome = await takeStep(store, version, name, by, report);
        if ('made' in outcome) return answer(outcome.made);
        if ('findings' in outcome) return refuse(422, ...outcome.findings);
        return 'conflict' in outcome ? refuse(409, outcome.conflict) : refuse(412, issue('request.stale'));
      },
    });
  return [
    ...(Object.keys(steps) as StepName[]).map(stepRoute),
    defineRoute<never, ModelRevisionView[]>({
      method: 'GET',
      path: '/model-revisions',
      summary: 'The steps in the life of a version, the last one first',
      allow: { action: 'read', resource: 'model' },
      list: { filters: { version: 'one' }, required: ['version'], sorts: ['revision'] },
      answer: { listOf: 'models#revision' },
      refuses: [404],
      async handle({ list, caller }) {
        const version = await named(String(list.filter['version']), caller);
        if (version === undefined) return refuse(404, issue('request.notFound'));
        const revisions = await revisionsOf(store, version.key, version.version);
        const names = await namesOf(
          store,
          revisions.flatMap(({ change }) => change.by ?? []),
        );
        const views = revisions.map(
          ({ revision, state, round, hash, hearing, change: { by, at, reason } }): ModelRevisionView => ({
            id: `${versionId(version)}/${revision}`,
            version: versionId(version),
            revision,
            state,
            round: round ?? 0,
            hearing: hearing ?? false,
            hash,
            reason: reason ?? null,
            by: by === null ? null : { id: by, name: names.get(by) ?? null },
            at,
          }),
        );
        return pageOf(views, list);
      },
    }),
  ];
}
