import type { Issue } from '../../schemas/index.ts';
import type { PublishedModel } from '../models/published.ts';
import type { Member } from './population.ts';

/** A model and the people it judges. */
export interface Assignment {
  readonly model: PublishedModel;
  readonly members: readonly Member[];
}

/** Gives everybody the model of their team's stage; a stage that people are in needs exactly one. */
export function assign(
  models: readonly PublishedModel[],
  members: readonly Member[],
): { assignments: Assignment[]; issues: Issue[] } {
  const stages = [...new Set(members.map(({ stage }) => stage))].toSorted();
  const issues = stages.flatMap((stage): Issue[] => {
    const own = models.filter(({ document }) => document.stage === stage);
    const count = members.filter((member) => member.stage === stage).length;
    if (own.length === 0) return [{ code: 'run.noModel', severity: 'warning', params: { stage, count } }];
    if (own.length === 1) return [];
    const keys = own.map(({ key }) => key).join(', ');
    return [{ code: 'run.ambiguousModel', severity: 'error', params: { stage, models: keys } }];
  });
  const assignments = models.map((model) => ({
    model,
    members: members.filter(({ stage }) => stage === model.document.stage),
  }));
  return { assignments, issues };
}
