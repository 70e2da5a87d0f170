import type { Band, Certificate, Disagreement, Model, Result } from '../../schemas/index.ts';
import { hashOf } from '../document/hash.ts';
import { attributes } from '../model/names.ts';
import { formatExact } from '../number/decimal.ts';
import { isRational } from '../program/operations.ts';
import { compile } from '../model/compile.ts';
import { rankingColumns } from '../ranking/columns.ts';
import { withRanks } from '../ranking/with-ranks.ts';
import { cellOf, type Table } from '../table.ts';
import { decideExtras, decideGates, extraRules } from './decide-extras.ts';
import { withoutConflicts } from './resolve-conflicts.ts';
import { decide, type DecidedRule } from './rule-engine.ts';

/** Which release of json-rules-engine decides. */
const secondEngine = 'json-rules-engine@7.3.1';

/** How many disagreements a certificate lists. */
const listed = 100;

/**
 * Has json-rules-engine decide every band, grade rule and action of the stored model anew, for every subject, from the
 * published figures of the results and the columns they were made from.
 * @param results of the table's subjects, in the table's order.
 */
export async function certify(model: Model, given: Table, results: readonly Result[]): Promise<Certificate> {
  const table = model.ranking === undefined ? given : withRanks(compile(model), given);
  const bands = model.bands.map(bandRule);
  const rules =
    bands.length + (model.gradeRules ?? []).length + (model.actions ?? []).length + extraRules(model);
  const disagreements: Disagreement[] = [];
  for (const [row, result] of results.entries()) {
    for (const disagreement of await disagreementsOf(
      model,
      bands,
      factsOf(model, table, row, result),
      result,
    )) {
      if (disagreements.length < listed) disagreements.push(disagreement);
    }
  }
  return {
    format: 'meritscale/certificate/1',
    engine: secondEngine,
    model: hashOf(model),
    subjects: results.length,
    rules,
    decisions: results.length * rules,
    agreed: disagreements.length === 0,
    disagreements,
  };
}

async function disagreementsOf(
  model: Model,
  bands: readonly DecidedRule[],
  facts: ReadonlyMap<string, unknown>,
  result: Result,
): Promise<Disagreement[]> {
  const { conditions: named } = model;
  const inBands = [...(await decide(bands, facts))];
  const ranked = facts.get(rankingColumns.grade);
  const inBand = inBands.length === 1 ? model.bands[Number(inBands[0])]!.grade : undefined;
  // Ranks are a matter of everybody's composites, which the rules engine does not see: they are taken as given.
  const band = typeof ranked === 'string' ? ranked : inBand;

  const gradeRules = model.gradeRules ?? [];
  const firedRules = await decide(gradeRules, withGrade(facts, band), named);
  const winner = band === undefined ? undefined : byPriority(gradeRules).find(({ id }) => firedRules.has(id));
  const ruled = winner?.event.params.grade ?? band;
  const gates = await decideGates(model, withGrade(facts, ruled), ruled);
  const grade = lowest(model, [ruled, ...gates.map(({ cap }) => cap)]);

  const fired = await decide(model.actions ?? [], withGrade(facts, grade), named);
  const ours = new Set([...result.actions, ...(result.setAside ?? [])].map(({ rule }) => rule));
  const proposed = byPriority(model.actions ?? []).filter(
    ({ id }) => result.status !== 'held' && fired.has(id),
  );
  const kept = withoutConflicts(proposed, model.conflicts ?? []);
  const listOf = (ids: readonly string[]) => ids.join(' ') || 'none';
  const verdict = (set: ReadonlySet<string>, id: string) => (set.has(id) ? 'fires' : 'does not fire');

  const { subject } = result;
  const compared = [
    { rule: 'grade', ours: result.grade ?? 'none', theirs: grade ?? 'none' },
    ...(model.gates === undefined
      ? []
      : [
          {
            rule: 'gates',
            ours: listOf(result.gates ?? []),
            theirs: listOf(gates.map(({ id }) => id)),
          },
        ]),
    ...(await decideExtras(model, facts, result)),
    ...(model.conflicts === undefined
      ? []
      : [
          {
            rule: 'conflicts',
            ours: listOf(result.actions.map(({ rule }) => rule)),
            theirs: listOf(kept.map(({ id }) => id)),
          },
        ]),
    { rule: 'gradeRule', ours: result.gradeRule ?? 'none', theirs: winner?.id ?? 'none' },
    // Someone held for review gets no actions, whatever the rules say.
    ...(model.actions ?? []).map(({ id }) => ({
      rule: id,
      ours: verdict(ours, id),
      theirs: result.status === 'held' ? verdict(new Set(), id) : verdict(fired, id),
    })),
  ];
  return compared.filter((pair) => pair.ours !== pair.theirs).map((pair) => ({ subject, ...pair }));
}

/** The worst of some grades; undefined where there is none. */
function lowest({ grades }: Model, some: readonly (string | undefined)[]): string | undefined {
  if (some[0] === undefined) return undefined;
  return grades.findLast(({ id }) => some.includes(id))?.id;
}

/** A band as a rule of its own, known by its place in the model. */
function bandRule({ from, to }: Band, index: number): DecidedRule {
  const above = { fact: 'composite', operator: 'greaterThanInclusive' as const };
  const below = { fact: 'composite', operator: 'lessThan' as const };
  const known = { fact: 'composite', operator: 'isMissing' as const, value: false };
  return {
    id: String(index),
    conditions: {
      all: [
        known,
        ...(from === undefined ? [] : [{ ...above, value: Number(from) }]),
        ...(to === undefined ? [] : [{ ...below, value: Number(to) }]),
      ],
    },
  };
}

function factsOf(model: Model, table: Table, row: number, result: Result): Map<string, unknown> {
  const facts = new Map<string, unknown>();
  const add = (name: string, value: unknown) => {
    if (value !== undefined) facts.set(name, value);
  };
  for (const name of [...attributes, rankingColumns.grade, ...model.measures.map(({ id }) => id)]) {
    const cell = cellOf(table, name, row);
    if (cell !== null) add(name, isRational(cell) ? Number(formatExact(cell)) : cell);
  }
  for (const [id, { value, score, level }] of Object.entries(result.metrics)) {
    facts.set(id, { value: numberOf(value), score: numberOf(score), level: level ?? undefined });
  }
  add('composite', numberOf(result.composite));
  add('rank', result.rank?.position);
  return facts;
}

function withGrade(
  facts: ReadonlyMap<string, unknown>,
  grade: string | undefined,
): ReadonlyMap<string, unknown> {
  return grade === undefined ? facts : new Map([...facts, ['grade', grade]]);
}

function numberOf(figure: string | null): number | undefined {
  return figure === null ? undefined : Number(figure);
}

/** By falling priority, equals as they stand. Written anew here: the certificate shares no decision with the evaluator. */
function byPriority<R extends { readonly priority?: number }>(rules: readonly R[]): R[] {
  return rules.toSorted((a, b) => (b.priority ?? 1) - (a.priority ?? 1));
}
