import { compile, type Column, type Program, type Table } from '../../engine/index.ts';
import { attributes } from '../../engine/model/names.ts';
import type { Issue, Result } from '../../schemas/index.ts';
import type { PublishedModel } from '../models/published.ts';
import type { Store } from '../store/store.ts';
import { assign, type Place, type Placed } from './assign.ts';
import { measure } from './measure.ts';
import type { Pins } from './pins.ts';
import { populationOf, type Member } from './population.ts';

/** A pinned model, compiled, with everybody it judges. */
export interface Judging {
  readonly model: PublishedModel;
  readonly program: Program;
  readonly places: readonly Place[];
  /** Their figures. @param thisRun the results of the judgings before, by what they are stored under. */
  table(thisRun: ReadonlyMap<string, Result>): Table;
}

/** Everything that is evaluated. */
export interface Prepared {
  readonly members: readonly Member[];
  readonly judgings: readonly Judging[];
  readonly issues: readonly Issue[];
}

/** Turns pinned records into the columns of each model; an error among the issues means there is no run. */
export async function prepare(store: Store, pins: Pins): Promise<Prepared> {
  const { period, models, datasets, commit } = pins;
  const definitions = datasets.map(({ document }) => document);
  const { members, issues: unplaced } = await populationOf(store, definitions, period, commit);
  const { assignments, issues: unassigned } = assign(models, members);
  const measured = await measure(store, pins, members);
  const judgings = assignments.map(({ model, places }): Judging => ({
    model,
    program: compile(model.document),
    places,
    table(thisRun) {
      const subjects = places.map(({ subject }) => subject);
      return tableOfPlaces(places, measured.columnsFor(model.hash, subjects, thisRun));
    },
  }));
  return { members, judgings, issues: [...unplaced, ...unassigned, ...measured.issues] };
}

/** What is evaluated: subjects with their figures and with what else is known of them. */
export function tableOfPlaces(places: readonly Placed[], figures: ReadonlyMap<string, Column>): Table {
  const columns = new Map(figures);
  for (const name of attributes)
    columns.set(name, { kind: 'text', values: places.map((place) => place[name]) });
  return { subjects: places.map(({ subject }) => subject), columns };
}
