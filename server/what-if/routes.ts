import { check, compile, guardDocument, hasErrors, schemaIssues } from '../../engine/index.ts';
import {
  validateModel,
  type Issue,
  type Model,
  type MeasurePreview,
  type MeasurePreviewRequest,
  type WhatIfFigures,
} from '../../schemas/index.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { mayRead } from '../models/routes.ts';
import { modelVersion } from '../models/versions.ts';
import { parseVersionId, versionId } from '../models/version-id.ts';
import { storedTable } from '../runs/stored-table.ts';
import { figuresOf, judgedModel } from './figures.ts';
import { hiddenMeasures } from './hidden.ts';
import { previewModel, previewOf } from './measure-preview.ts';

const issue = (code: string, params = {}): Issue => ({ code, severity: 'error', params });

/** Everybody's figures, for a browser that judges them by one model after another. */
export function whatIfRoutes({ store }: Services): Route[] {
  return [
    defineRoute<never, WhatIfFigures>({
      method: 'GET',
      path: '/model-versions/:id/figures',
      summary: 'The figures of a period that a version judges by, of everybody',
      allow: { action: 'create', resource: 'comparison' },
      query: { period: 'required' },
      answer: 'what-if#figures',
      refuses: [403, 404, 422],
      async handle({ params, query, caller }) {
        const parsed = parseVersionId(params['id'] ?? '');
        const version =
          parsed === undefined ? undefined : await modelVersion(store, parsed.key, parsed.version);
        if (version === undefined || !mayRead(caller, version)) return refuse(404, issue('request.notFound'));
        const errors = check(version.document).filter(
          ({ severity, code }) => severity === 'error' && code !== 'weights.sum',
        );
        if (errors.length > 0) return refuse(422, ...errors);
        const program = judgedModel(version.document);
        const datasets = (await currentDefinitions(store, 'dataset')).map(({ document }) => document);
        const hidden = hiddenMeasures(caller, program, datasets);
        if (hidden.length > 0) return refuse(403, issue('figures.hidden', { measures: hidden.join(', ') }));
        const period = query['period'] ?? '';
        const { table, issues } = await storedTable(store, program, period);
        if (table === undefined || hasErrors(issues)) return refuse(422, ...issues);
        return { body: await figuresOf(store, versionId(version), program, table, period) };
      },
    }),
    defineRoute<MeasurePreviewRequest, MeasurePreview>({
      method: 'POST',
      path: '/measure-previews',
      summary: 'What a measure of a model, saved or not, gives of the stored records of a period',
      allow: { action: 'update', resource: 'model' },
      repeatable: true,
      body: 'what-if#measurePreviewRequest',
      answer: 'what-if#measurePreview',
      refuses: [403, 404, 422],
      async handle({ body: { document, measure, period }, caller }) {
        const guarded = guardDocument(document);
        const refused = guarded.length > 0 ? guarded : schemaIssues(validateModel, document);
        if (refused.length > 0) return refuse(422, ...refused);
        const model = previewModel(document as unknown as Model, measure);
        if (model === undefined) return refuse(404, issue('request.notFound'));
        const errors = check(model).filter(({ severity }) => severity === 'error');
        if (errors.length > 0) return refuse(422, ...errors);
        const program = compile(model);
        const datasets = (await currentDefinitions(store, 'dataset')).map((dataset) => dataset.document);
        const hidden = hiddenMeasures(caller, program, datasets);
        if (hidden.length > 0) return refuse(403, issue('figures.hidden', { measures: hidden.join(', ') }));
        const { table, issues } = await storedTable(store, program, period);
        if (table === undefined || hasErrors(issues)) return refuse(422, ...issues);
        return { body: await previewOf(store, measure, period, table) };
      },
    }),
  ];
}
