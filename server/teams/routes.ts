import type { Dataset, Issue, StageAssignmentInput, TeamView } from '../../schemas/index.ts';
import { pageOf } from '../api/page-of.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { reachOf, type Caller } from '../../engine/access/can.ts';
import { placesOf } from '../people/places.ts';
import { takeRow } from '../records/one-row.ts';
import { stageRecords, teamViews } from './views.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** Teams, and the stages they are in. */
export function teamRoutes(services: Services): Route[] {
  const { store } = services;
  const visible = async (caller: Caller | undefined) => {
    const reach = reachOf(caller, 'read', 'team');
    const views = await teamViews(services);
    return reach?.scope === 'all' ? views : views.filter(({ id }) => reach?.teams.includes(id) === true);
  };
  return [
    defineRoute<never, TeamView[]>({
      method: 'GET',
      path: '/teams',
      summary: 'Teams, and the stages they were, are and will be in',
      allow: { action: 'read', resource: 'team' },
      list: { filters: { stage: 'one' }, sorts: ['id', 'members'] },
      answer: { listOf: 'company-data#team' },
      handle: async ({ list, caller }) => pageOf(await visible(caller), list),
    }),
    defineRoute<never, TeamView>({
      method: 'GET',
      path: '/teams/:id',
      summary: 'One team',
      allow: { action: 'read', resource: 'team' },
      answer: 'company-data#team',
      async handle({ params, caller }) {
        const body = (await visible(caller)).find(({ id }) => id === params['id']);
        return body === undefined ? refuse(404, issue('request.notFound')) : { body };
      },
    }),
    defineRoute<StageAssignmentInput, TeamView>({
      method: 'POST',
      path: '/stage-assignments',
      summary: 'Say that a team is in a stage from a day on',
      allow: { action: 'create', resource: 'team' },
      body: 'company-data#stageAssignmentInput',
      answer: 'company-data#team',
      async handle({ body, change, newId }) {
        const { team, stage, from, reason } = body;
        const [company] = await currentDefinitions(store, 'company');
        const dataset = (await currentDefinitions(store, 'dataset')).find(
          ({ document }) => document.placement?.kind === 'teamsInStages',
        )?.document;
        if (company === undefined || dataset?.placement?.kind !== 'teamsInStages') {
          return refuse(422, issue('team.noDataset'));
        }
        if (!(await placesOf(services)).teams.has(team)) {
          return refuse(422, { ...issue('team.unknown'), pointer: '/team', params: { team } });
        }
        if (!company.document.stages.some(({ id }) => id === stage)) {
          return refuse(422, { ...issue('team.stageUnknown'), pointer: '/stage', params: { stage } });
        }
        const { placement } = dataset;
        const isFree = async () =>
          (await stageRecords(store, dataset)).every(
            ({ values }) =>
              values[placement.team] !== team ||
              values[placement.from ?? ''] !== from ||
              values[placement.stage] === stage,
          );
        const issues = await takeRow(
          services,
          { dataset, company: company.document, values: rowOf(dataset, body) },
          newId(),
          change(reason),
          { action: 'create', resource: 'team', record: team, before: null, after: { stage, from } },
          isFree,
        );
        if (issues === 'overtaken') return refuse(409, issue('team.sameDay'));
        if (issues.length > 0) return refuse(422, ...issues);
        const view = (await teamViews(services)).find((item) => item.id === team);
        return { body: view! };
      },
    }),
  ];
}

function rowOf({ placement }: Dataset, { team, stage, from }: StageAssignmentInput): Record<string, string> {
  if (placement?.kind !== 'teamsInStages') throw new Error('no dataset of stages');
  return {
    [placement.team]: team,
    [placement.stage]: stage,
    ...(placement.from !== undefined && { [placement.from]: from }),
  };
}
