import type { CompanyChange, CompanyView, Issue } from '../../schemas/index.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { checkCompany } from '../definitions/check-company.ts';
import { adoptNext, currentDefinitions, currentRevision } from '../definitions/definitions.ts';
import { modelVersions } from '../models/versions.ts';
import { fairnessIssues } from '../version-comparisons/fairness.ts';
import { placesOf } from '../people/places.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** What holds for the whole company. */
export function companyRoutes(services: Services): Route[] {
  const { store } = services;
  return [
    defineRoute<never, CompanyView>({
      method: 'GET',
      path: '/company/:id',
      summary: 'Name, time zone, currency, business stages; the id is company',
      allow: { action: 'read', resource: 'company' },
      answer: 'company-data#company',
      async handle({ params }) {
        const current = await currentRevision(store, 'company', 'company');
        if (current === undefined || params['id'] !== 'company')
          return refuse(404, issue('request.notFound'));
        const { document, revision } = current;
        return { body: { id: 'company', document, revision }, etag: revision };
      },
    }),
    defineRoute<CompanyChange, CompanyView>({
      method: 'PUT',
      path: '/company/:id',
      summary: 'Change them',
      allow: { action: 'update', resource: 'company' },
      ifMatch: true,
      body: 'company-data#companyChange',
      answer: 'company-data#company',
      refuses: [422],
      async handle({ params, body, ifMatch, change }) {
        const current = await currentRevision(store, 'company', 'company');
        if (current === undefined || params['id'] !== 'company')
          return refuse(404, issue('request.notFound'));
        if (ifMatch !== String(current.revision)) return refuse(412, issue('request.stale'));
        const datasets = await currentDefinitions(store, 'dataset');
        const issues = [
          ...checkCompany(body.document),
          ...fairnessIssues(
            body.document,
            datasets.map(({ document }) => document),
          ),
        ];
        const kept = new Set(body.document.stages.map(({ id }) => id));
        const used = [
          ...(await modelVersions(store)).map(({ document }) => document.stage),
          ...[...(await placesOf(services)).teams.values()].flatMap(({ stage }) => stage ?? []),
        ];
        const gone = used.find((stage) => !kept.has(stage));
        if (gone !== undefined) issues.push({ ...issue('company.stageInUse'), params: { stage: gone } });
        if (issues.length > 0) return refuse(422, ...issues);
        const by = change(body.reason);
        const made = await adoptNext(store, 'company', 'company', body.document, current.revision, by);
        if (made === undefined) return refuse(412, issue('request.stale'));
        return { body: { id: 'company', document: body.document, revision: made }, etag: made };
      },
    }),
  ];
}
