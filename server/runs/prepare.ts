import { compile, type Column, type Program, type Table } from '../../engine/index.ts';
import { attributes } from '../../engine/model/names.ts';
import type { Issue } from '../../schemas/index.ts';
import type { PublishedModel } from '../models/published.ts';
import type { Store } from '../store/store.ts';
import { assign } from './assign.ts';
import { measure } from './measure.ts';
import type { Pins } from './pins.ts';
import { populationOf, type Member } from './population.ts';

/** A pinned model, compiled, with everybody it judges and their figures. */
export interface Judging {
  readonly model: PublishedModel;
  readonly program: Program;
  readonly table: Table;
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
  const measured = await measure(store, pins);
  const judgings = assignments.map(({ model, members: judged }) => {
    const subjects = judged.map(({ person }) => person);
    const columns = [...measured.columnsFor(model.hash, subjects), ...attributeColumns(judged)];
    return { model, program: compile(model.document), table: { subjects, columns: new Map(columns) } };
  });
  return { members, judgings, issues: [...unplaced, ...unassigned, ...measured.issues] };
}

function attributeColumns(members: readonly Member[]): [string, Column][] {
  return attributes.map((name) => [name, { kind: 'text', values: members.map((member) => member[name]) }]);
}
