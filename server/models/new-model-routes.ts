import { guardDocument, schemaIssues } from '../../engine/index.ts';
import {
  validateModel,
  type Issue,
  type Model,
  type ModelVersionView,
  type NewModel,
  type StarterModelView,
} from '../../schemas/index.ts';
import { pageOf } from '../api/page-of.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { bundledStarter } from '../definitions/starter.ts';
import { modelVersion, reviseVersion } from './versions.ts';
import { versionViews } from './views.ts';

/** Models that are not there yet: begun from one that comes with the program, from another one, or from a file. */
export function newModelRoutes({ store }: Services): Route[] {
  return [
    defineRoute<NewModel, ModelVersionView>({
      method: 'POST',
      path: '/models',
      summary: 'A new model: its first draft',
      allow: { action: 'create', resource: 'model' },
      body: 'models#newModel',
      answer: 'models#version',
      refuses: [409, 422],
      async handle({ body, change }) {
        const guarded = guardDocument(body.document);
        const issues = guarded.length > 0 ? guarded : schemaIssues(validateModel, body.document);
        if (issues.length > 0) return refuse(422, ...issues);
        const document = body.document as unknown as Model;
        const { key, stage } = document;
        const [company] = await currentDefinitions(store, 'company');
        if (company?.document.stages.some(({ id }) => id === stage) !== true) {
          return refuse(422, { ...issue('model.stageUnknown', { stage }), pointer: '/stage' });
        }
        const by = change(body.reason);
        const content = { state: 'draft' as const, basedOn: null, document, from: null };
        await reviseVersion(store, key, 1, undefined, content, by);
        const made = await modelVersion(store, key, 1);
        // Somebody else may have made it; the same request, sent again, finds what it made.
        if (made?.change.request !== by.request) return refuse(409, issue('model.keyTaken', { key }));
        const [view] = await versionViews(store, [made]);
        return { body: view!, etag: made.revision };
      },
    }),
    defineRoute<never, StarterModelView[]>({
      method: 'GET',
      path: '/starter-models',
      summary: 'The models that come with the program',
      allow: { action: 'create', resource: 'model' },
      list: { filters: {}, sorts: ['id'] },
      answer: { listOf: 'models#starterModel' },
      async handle({ list }) {
        const { models } = await bundledStarter();
        return pageOf(
          models.map((document) => ({ id: document.key, document })),
          list,
        );
      },
    }),
  ];
}

function issue(code: string, params: Readonly<Record<string, string>>): Issue {
  return { code, severity: 'error', params };
}
