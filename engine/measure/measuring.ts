import type { DataRecord, Dataset, Measure, Model, Period } from '../../schemas/index.ts';
import type { NumberColumn } from '../table.ts';
import type { Measured } from './measured.ts';
import { collect, columnOf, type Collector } from './collect.ts';
import { datasetOf, isOfRecords } from './kinds.ts';
import { linksOf, type Links } from './links.ts';
import { madeKindOf } from './made-kinds.ts';
import type { Need, Outside, RunAsked } from './made.ts';

/** Takes the records of every dataset that a model's measures need, and gives the measures' columns. */
export interface Measuring {
  /** Ids of the datasets whose records it takes. */
  readonly datasets: ReadonlySet<string>;
  /** The runs whose results it asks for. */
  readonly runs: readonly Exclude<RunAsked, undefined>[];
  /** Whether a measure took the record. */
  take(record: DataRecord): boolean;
  /** How many records of a dataset fell in a period for at least one measure. */
  matched(dataset: string): number;
  columns(subjects: readonly string[], outside: Outside): Map<string, NumberColumn>;
}

/** Another period's figures of a measure are another figure. */
const keyOf = ({ measure, period }: Need) => `${measure}@${period.id}`;

/** The datasets that a model's measures read. */
export function datasetsRead({ measures, subjects }: Model): ReadonlySet<string> {
  return new Set([
    ...measures.flatMap((measure) => datasetOf(measure) ?? []),
    ...(subjects === undefined ? [] : [subjects.dataset]),
  ]);
}

/** Measures a checked model's subjects over a period. */
export function measuring(model: Model, datasets: readonly Dataset[], period: Period): Measuring {
  const { measures } = model;
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const asked = needsOf(byId, measures, period);
  const collectors = new Map<string, { readonly dataset: string; readonly collector: Collector }>();
  const links = new Map<string, { readonly dataset: string; readonly links: Links }>();
  for (const dataset of datasets) {
    for (const { period: past, measures: own } of byPeriod(asked, byId, dataset)) {
      const collector = collect(dataset, own.filter(isOfRecords), past);
      for (const { id } of own)
        collectors.set(keyOf({ measure: id, period: past }), { dataset: dataset.id, collector });
      for (const { id, aggregate } of own) {
        if (aggregate.kind !== 'related') continue;
        links.set(keyOf({ measure: id, period: past }), {
          dataset: dataset.id,
          links: linksOf(aggregate, dataset, past),
        });
      }
    }
  }
  const takers = new Map<string, { take(record: DataRecord): boolean }[]>();
  const add = (dataset: string, taker: { take(record: DataRecord): boolean }) => {
    const known = takers.get(dataset) ?? [];
    if (!known.includes(taker)) takers.set(dataset, [...known, taker]);
  };
  for (const { dataset, collector } of collectors.values()) add(dataset, collector);
  for (const { dataset, links: own } of links.values()) add(dataset, own);

  const figuresOf = (need: Need, subjects: readonly string[], outside: Outside): readonly Measured[] => {
    const measure = byId.get(need.measure)!;
    const key = keyOf(need);
    const kind = madeKindOf(measure.aggregate);
    if (kind === undefined) {
      const collector = collectors.get(key)?.collector;
      return subjects.map((subject) => collector?.figure(measure.id, subject) ?? { missing: 'notSupplied' });
    }
    return kind.figures(measure.aggregate, subjects, {
      ...outside,
      period: need.period,
      about: measure.about ?? model.subject,
      measured: (other, of) => figuresOf(other, of, outside),
      related: (subject) => links.get(key)?.links.to(subject),
    });
  };

  return {
    datasets: datasetsRead(model),
    runs: asked.flatMap((need) => {
      const { aggregate } = byId.get(need.measure)!;
      return (madeKindOf(aggregate)?.runs(aggregate, need.period) ?? []).filter((run) => run !== undefined);
    }),
    take: (record) => (takers.get(record.dataset) ?? []).filter((taker) => taker.take(record)).length > 0,
    matched: (dataset) =>
      Math.max(
        0,
        ...[...collectors.values()]
          .filter((one) => one.dataset === dataset)
          .map((one) => one.collector.matched),
      ),
    columns: (subjects, outside) =>
      new Map(
        measures
          .filter(({ aggregate, about }) => aggregate.kind !== 'given' && about === undefined)
          .map(({ id }) => [id, columnOf(figuresOf({ measure: id, period }, subjects, outside))]),
      ),
  };
}

/** Every measure and period that figures are needed of, each once. */
function needsOf(byId: ReadonlyMap<string, Measure>, measures: readonly Measure[], period: Period): Need[] {
  const needs = new Map<string, Need>();
  const ask = (need: Need) => {
    if (needs.has(keyOf(need))) return;
    needs.set(keyOf(need), need);
    const { aggregate } = byId.get(need.measure)!;
    madeKindOf(aggregate)?.needs(aggregate, need.period).forEach(ask);
  };
  for (const { id, about } of measures) if (about === undefined) ask({ measure: id, period });
  return [...needs.values()];
}

/** The measures that read a dataset, by period. */
function byPeriod(asked: readonly Need[], byId: ReadonlyMap<string, Measure>, dataset: Dataset) {
  const groups = new Map<string, { readonly period: Period; readonly measures: Measure[] }>();
  for (const { measure: id, period } of asked) {
    const measure = byId.get(id)!;
    if (datasetOf(measure) !== dataset.id) continue;
    const group = groups.get(period.id) ?? { period, measures: [] };
    group.measures.push(measure);
    groups.set(period.id, group);
  }
  return groups.values();
}
