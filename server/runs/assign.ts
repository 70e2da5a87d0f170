import type { Issue } from '../../schemas/index.ts';
import type { PublishedModel } from '../models/published.ts';
import type { Member } from './population.ts';
import { teamKey } from './subject-key.ts';

/** A subject, and what is known of it besides its figures. */
export interface Placed {
  readonly subject: string;
  readonly team: string | null;
  readonly role: string | null;
  readonly stage: string;
}

/** Somebody, or a team, that a run judges: where it was on the period's last day. */
export interface Place extends Placed {
  readonly team: string;
  /** What the result is stored under. */
  readonly key: string;
}

/** A model and whom it judges. */
export interface Assignment {
  readonly model: PublishedModel;
  readonly places: readonly Place[];
}

/** Whether runs judge by a model: those of people and teams; others are evaluated on demand. */
export function isJudgedByRuns({ document: { subject } }: PublishedModel): boolean {
  return subject === 'person' || subject === 'team';
}

/**
 * Gives everybody, and every team that has somebody, the model of the team's stage; a stage that people are in needs
 * exactly one model of people, and at most one of teams. People come before teams, whose figures are made of theirs.
 */
export function assign(
  models: readonly PublishedModel[],
  members: readonly Member[],
): { assignments: Assignment[]; issues: Issue[] } {
  const people = members.map(({ person, ...place }) => ({ subject: person, key: person, ...place }));
  return {
    assignments: [
      ...assignmentsOf(models, 'person', people),
      ...assignmentsOf(models, 'team', teamsOf(members)),
    ],
    issues: issuesOf(models, members),
  };
}

function assignmentsOf(
  models: readonly PublishedModel[],
  subject: string,
  places: readonly Place[],
): Assignment[] {
  return models
    .filter(({ document }) => document.subject === subject)
    .map((model) => ({ model, places: places.filter((place) => judges(models, model, place)) }));
}

/** Of the stage, and of the pilot's teams, or of none that another version of the model is tried with. */
function judges(
  models: readonly PublishedModel[],
  { key, document, teams }: PublishedModel,
  { team, stage }: Pick<Place, 'team' | 'stage'>,
): boolean {
  if (stage !== document.stage) return false;
  if (teams !== undefined) return teams.includes(team);
  return !models.some((other) => other.key === key && other.teams?.includes(team) === true);
}

function teamsOf(members: readonly Member[]): Place[] {
  const stages = new Map(members.map(({ team, stage }) => [team, stage]));
  return [...stages.keys()]
    .toSorted()
    .map((team) => ({ subject: team, key: teamKey(team), team, role: null, stage: stages.get(team)! }));
}

function issuesOf(models: readonly PublishedModel[], members: readonly Member[]): Issue[] {
  const stages = [...new Set(members.map(({ stage }) => stage))].toSorted();
  return stages.flatMap((stage) => {
    // A model and its pilots are one.
    const own = models.filter(
      ({ key, document }, at) =>
        document.stage === stage && models.findIndex((other) => other.key === key) === at,
    );
    const people = own.filter(({ document }) => document.subject === 'person');
    const teams = own.filter(({ document }) => document.subject === 'team');
    const judging = models.filter(({ document }) => document.subject === 'person');
    const count = members.filter(
      (member) => member.stage === stage && !judging.some((model) => judges(models, model, member)),
    ).length;
    return [
      ...(count > 0 ? [{ code: 'run.noModel', severity: 'warning' as const, params: { stage, count } }] : []),
      ...[people, teams].filter(({ length }) => length > 1).map((several) => ambiguous(stage, several)),
    ];
  });
}

function ambiguous(stage: string, models: readonly PublishedModel[]): Issue {
  const keys = models.map(({ key }) => key).join(', ');
  return { code: 'run.ambiguousModel', severity: 'error', params: { stage, models: keys } };
}
