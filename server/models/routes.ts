import { can, type Caller } from '../../engine/access/can.ts';
import { guardDocument, schemaIssues } from '../../engine/index.ts';
import {
  validateModel,
  type Issue,
  type Model,
  type ModelVersionChange,
  type ModelVersionView,
  type ModelView,
  type NewModelVersion,
  type Publication,
} from '../../schemas/index.ts';
import { pageOf } from '../api/page-of.ts';
import { defineRoute, refuse, type Refusal, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import type { ModelVersion } from '../store/documents.ts';
import { pilotOf } from './pilot.ts';
import { publish } from './publish.ts';
import { createVersion, keptOf, modelVersion, modelVersions, reviseVersion } from './versions.ts';
import { parseVersionId } from './version-id.ts';
import { modelViews, versionViews } from './views.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** Models and their versions. */
export function modelRoutes(services: Services): Route[] {
  const { store, clock } = services;
  const answer = async (version: ModelVersion) => {
    const [body] = await versionViews(store, [version]);
    return { body: body!, etag: version.revision };
  };
  const named = async (
    id: string | undefined,
    caller: Caller | undefined,
  ): Promise<ModelVersion | Refusal> => {
    const parsed = parseVersionId(id ?? '');
    const found = parsed === undefined ? undefined : await modelVersion(store, parsed.key, parsed.version);
    return found === undefined || !mayRead(caller, found) ? refuse(404, issue('request.notFound')) : found;
  };
  const changed = async (
    version: ModelVersion,
    ifMatch: string,
    act: () => ReturnType<typeof reviseVersion>,
  ) => {
    if (ifMatch !== String(version.revision)) return refuse(412, issue('request.stale'));
    if (version.state !== 'draft') return refuse(409, issue('model.notDraft'));
    const outcome = await act();
    return 'made' in outcome ? answer(outcome.made) : refuse(412, issue('request.stale'));
  };

  return [
    defineRoute<never, ModelView[]>({
      method: 'GET',
      path: '/models',
      summary: 'All models, and which versions hold',
      allow: { action: 'read', resource: 'model' },
      list: { filters: { stage: 'one', cadence: 'one' }, sorts: ['id', 'changed'] },
      answer: { listOf: 'models#model' },
      async handle({ list, caller }) {
        const versions = (await modelVersions(store)).filter((version) => mayRead(caller, version));
        return pageOf(await modelViews(store, versions, clock()), list);
      },
    }),
    defineRoute<never, ModelView>({
      method: 'GET',
      path: '/models/:id',
      summary: 'One model',
      allow: { action: 'read', resource: 'model' },
      answer: 'models#model',
      async handle({ params, caller }) {
        const versions = (await modelVersions(store, params['id'])).filter((version) =>
          mayRead(caller, version),
        );
        const [body] = await modelViews(store, versions, clock());
        return body === undefined ? refuse(404, issue('request.notFound')) : { body };
      },
    }),
    defineRoute<never, ModelVersionView[]>({
      method: 'GET',
      path: '/model-versions',
      summary: 'The versions of a model',
      allow: { action: 'read', resource: 'model' },
      list: { filters: { key: 'one', state: 'one' }, required: ['key'], sorts: ['version'] },
      answer: { listOf: 'models#version' },
      async handle({ list, caller }) {
        const versions = await modelVersions(store, String(list.filter['key']));
        const views = await versionViews(
          store,
          versions.filter((version) => mayRead(caller, version)),
        );
        return pageOf(views, list);
      },
    }),
    defineRoute<never, ModelVersionView>({
      method: 'GET',
      path: '/model-versions/:id',
      summary: 'One version of a model',
      allow: { action: 'read', resource: 'model' },
      answer: 'models#version',
      async handle({ params, caller }) {
        const version = await named(params['id'], caller);
        return 'refused' in version ? version : answer(version);
      },
    }),
    defineRoute<NewModelVersion, ModelVersionView>({
      method: 'POST',
      path: '/model-versions',
      summary: 'A new draft from a version',
      allow: { action: 'create', resource: 'model' },
      body: 'models#draft',
      answer: 'models#version',
      refuses: [404],
      async handle({ body, change }) {
        const base = await modelVersion(store, body.key, body.basedOn);
        if (base === undefined) return refuse(404, issue('request.notFound'));
        const document = body.document ?? base.document;
        const issues = draftIssues(document, base.document);
        if (issues.length > 0) return refuse(422, ...issues);
        const content = {
          state: 'draft' as const,
          basedOn: base.version,
          document: document as Model,
          from: null,
        };
        // What nobody approved brings its authors along.
        const authors = base.state === 'published' ? [] : base.authors;
        return answer(await createVersion(store, body.key, content, change(body.reason), authors));
      },
    }),
    defineRoute<ModelVersionChange, ModelVersionView>({
      method: 'PUT',
      path: '/model-versions/:id',
      summary: 'Change a draft: whatever its weights add up to',
      allow: { action: 'update', resource: 'model' },
      ifMatch: true,
      body: 'models#change',
      answer: 'models#version',
      refuses: [409, 422],
      async handle({ params, body, ifMatch, caller, change }) {
        const version = await named(params['id'], caller);
        if ('refused' in version) return version;
        const issues = draftIssues(body.document, version.document);
        if (issues.length > 0) return refuse(422, ...issues);
        const { key } = version;
        const base = body.basedOn === undefined ? undefined : await modelVersion(store, key, body.basedOn);
        if (body.basedOn !== undefined && base?.state !== 'published')
          return refuse(422, { ...issue('model.baseNotPublished'), pointer: '/basedOn' });
        const document = body.document as unknown as Model;
        const { text: _before, ...kept } = keptOf(version);
        const content = {
          ...kept,
          ...(body.text !== undefined && { text: body.text }),
          state: 'draft' as const,
          document,
          ...(base !== undefined && { basedOn: base.version }),
        };
        return changed(version, ifMatch, () =>
          reviseVersion(store, key, version.version, version, content, change(body.reason)),
        );
      },
    }),
    defineRoute<never, ModelVersionView>({
      method: 'DELETE',
      path: '/model-versions/:id',
      summary: 'Give a draft up: it stays, withdrawn',
      allow: { action: 'update', resource: 'model' },
      ifMatch: true,
      answer: 'models#version',
      refuses: [409],
      async handle({ params, ifMatch, caller, change }) {
        const version = await named(params['id'], caller);
        if ('refused' in version) return version;
        const content = { ...keptOf(version), state: 'withdrawn' as const };
        return changed(version, ifMatch, () =>
          reviseVersion(store, version.key, version.version, version, content, change()),
        );
      },
    }),
    defineRoute<Publication, ModelVersionView>({
      method: 'POST',
      path: '/model-versions/:id/publication',
      summary: 'Publish what was approved from a period on',
      allow: { action: 'publish', resource: 'model' },
      ifMatch: true,
      body: 'models#publication',
      answer: 'models#version',
      async handle({ params, body, ifMatch, caller, change }) {
        const version = await named(params['id'], caller);
        if ('refused' in version) return version;
        const by = change(body.reason);
        // The same request, sent again, finds what it published.
        if (version.change.request === by.request) return answer(version);
        if (ifMatch !== String(version.revision)) return refuse(412, issue('request.stale'));
        const drawn =
          body.pilot === undefined ? undefined : await pilotOf(services, version, body.pilot, by.request);
        if (drawn !== undefined && 'issues' in drawn) return refuse(422, ...drawn.issues);
        const outcome = await publish(store, version, body.from, by, {
          pastReason: body.pastReason,
          pilot: drawn?.pilot,
        });
        if ('made' in outcome) return answer(outcome.made);
        if ('findings' in outcome) return refuse(422, ...outcome.findings);
        return 'conflict' in outcome ? refuse(409, outcome.conflict) : refuse(412, issue('request.stale'));
      },
    }),
  ];
}

/** Drafts are for those who work on them, for those who look over their shoulder, and for who is heard about them. */
export function mayRead(caller: Caller | undefined, { state, hearing }: ModelVersion): boolean {
  if (state === 'published') return true;
  if (hearing === true && can(caller, 'comment', 'model')) return true;
  return can(caller, 'update', 'model') || can(caller, 'publish', 'model') || can(caller, 'read', 'audit');
}

/** What keeps a document from being a draft: it must be a model by its shape, and the same model. */
function draftIssues(document: unknown, base: Model): Issue[] {
  const guarded = guardDocument(document);
  if (guarded.length > 0) return guarded;
  const refused = schemaIssues(validateModel, document);
  if (refused.length > 0) return refused;
  const names = ['key', 'stage', 'subject', 'cadence'] as const;
  return names
    .filter((name) => (document as Model)[name] !== base[name])
    .map((name) => ({ code: 'model.otherKey', severity: 'error', pointer: `/${name}` }));
}
