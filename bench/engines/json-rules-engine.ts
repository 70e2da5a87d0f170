import {
  Engine as RulesEngine,
  Fact,
  type Almanac,
  type RuleProperties,
  type RuleResult,
} from 'json-rules-engine';
import type { Condition, Model } from '../../schemas/index.ts';
import { bandName } from '../translate/calculation.ts';
import type { Person } from '../workload/people.ts';
import { collector, type Engine, type OpenEngine, type Verdict } from './engine.ts';
import { writtenModule, type Metrics, type WrittenModule } from './written-module.ts';

interface Options {
  /** Whether metrics, composite and band are facts that it computes; else they are computed before, in JavaScript. */
  readonly computedFacts: boolean;
  /** The settings that make it fastest: paths that are not JSONPath, given figures that are not cached. */
  readonly tuned: boolean;
}

/** Formulas, scoring and composite as computed facts, all rules, as its documentation shows it. */
export const openFull: OpenEngine = (model, people) =>
  open(model, people, { computedFacts: true, tuned: false });

/** The same with the settings that make it fastest. */
export const openTuned: OpenEngine = (model, people) =>
  open(model, people, { computedFacts: true, tuned: true });

/** Only the rules; metrics, composite and band come from JavaScript written for the model. */
export const openRulesOnly: OpenEngine = (model, people) =>
  open(model, people, { computedFacts: false, tuned: false });

/** Judges one subject after another: runs of one Engine that overlap lose rules. */
async function open(model: Model, people: readonly Person[], options: Options): Promise<Engine> {
  const { judge } = await rulesJudge(model, options);
  return {
    async judge(from, count) {
      let sum = 0;
      for (let row = from; row < from + count; row += 1) sum += (await judge(people[row]!.facts)).composite;
      return sum;
    },
    async outcomes(count) {
      const { outcomes, add } = collector(model, count);
      for (const { facts } of people.slice(0, count)) add(await judge(facts));
      return outcomes;
    },
  };
}

/** What its types leave out. */
type Results = Almanac & { getResults(): RuleResult[] };
type Judged = Verdict & { readonly composite: number; readonly grade: string };

/** A judge of one subject's facts; `metrics` of the subject that it judged last. */
export async function rulesJudge(model: Model, { computedFacts, tuned }: Options) {
  const written = await writtenModule(model);
  const engine = new RulesEngine([], tuned ? { pathResolver: own } : {});
  addRules(engine, model, tuned ? '' : '$.');
  if (computedFacts) addComputedFacts(engine, model, written);
  const gradeRules = (model.gradeRules ?? []).toSorted((a, b) => (b.priority ?? 1) - (a.priority ?? 1));
  engine.addFact('grade', async (_params, almanac) => {
    const fired = new Set(
      (almanac as Results).getResults().flatMap(({ name, result }) => (result === true ? [name] : [])),
    );
    const rule = gradeRules.find(({ id }) => fired.has(id));
    return rule === undefined ? almanac.factValue<string>(bandName) : rule.event.params.grade;
  });
  const isGradeRule = new Set(gradeRules.map(({ id }) => id));

  const run = (facts: Person['facts']) =>
    engine.run(tuned ? uncached(facts) : computedFacts ? facts : { ...facts, ...written.figures(facts) });
  const judge = async (facts: Person['facts']): Promise<Judged> => {
    const { results, almanac } = await run(facts);
    const composite = await almanac.factValue<number>('composite');
    const grade = await almanac.factValue<string>('grade');
    const actions = results.flatMap(({ name }) => (isGradeRule.has(name) ? [] : [name]));
    return { composite, grade, actions };
  };
  const judgeWithMetrics = async (facts: Person['facts']) => {
    const { results, almanac } = await run(facts);
    const metrics: Record<string, unknown> = {};
    for (const { id } of model.metrics) metrics[id] = await almanac.factValue(id);
    return {
      composite: await almanac.factValue<number>('composite'),
      grade: await almanac.factValue<string>('grade'),
      metrics,
      actions: results.flatMap(({ name, event, priority }) =>
        isGradeRule.has(name) ? [] : [{ rule: name, ...event, priority }],
      ),
    };
  };
  return { judge, judgeWithMetrics };
}

function addRules(engine: RulesEngine, model: Model, root: string): void {
  const add = (
    rule: { id: string; conditions: Condition; event: RuleProperties['event'] },
    band: string,
    priority: number,
  ) =>
    engine.addRule({
      name: rule.id,
      priority,
      conditions: translated(rule.conditions, band, root) as RuleProperties['conditions'],
      event: rule.event,
    });
  // Of two priorities only: each priority is a round of its own.
  for (const rule of model.gradeRules ?? []) add(rule, bandName, 2);
  for (const rule of model.actions ?? []) add(rule, 'grade', 1);
}

function translated(node: Condition, grade: string, root: string): unknown {
  const inner = (part: Condition) => translated(part, grade, root);
  if ('all' in node) return { all: node.all.map(inner) };
  if ('any' in node) return { any: node.any.map(inner) };
  if ('not' in node) return { not: inner(node.not) };
  if ('condition' in node) throw new Error('no references in the workload');
  const { fact, path, operator, value } = node;
  return { fact: fact === 'grade' ? grade : fact, ...(path && { path: `${root}${path}` }), operator, value };
}

function addComputedFacts(engine: RulesEngine, model: Model, written: WrittenModule): void {
  for (const [id, { of, compute }] of Object.entries(written.metrics)) {
    engine.addFact(id, async (_params, almanac: Almanac) => {
      const values = await Promise.all(of.map((name) => almanac.factValue<number>(name)));
      return compute(Object.fromEntries(of.map((name, index) => [name, values[index]!])));
    });
  }
  engine.addFact('composite', async (_params, almanac) => {
    const metrics = await Promise.all(
      model.metrics.map(({ id }) => almanac.factValue<ReturnType<Metrics[string]['compute']>>(id)),
    );
    return written.composite(...metrics.map(({ score }) => score));
  });
  engine.addFact(bandName, async (_params, almanac) =>
    written.band(await almanac.factValue<number>('composite')),
  );
}

function own(value: object, path: string): unknown {
  return (value as Record<string, unknown>)[path];
}

function uncached(facts: Person['facts']): Record<string, Fact> {
  const made: Record<string, Fact> = {};
  for (const id in facts) made[id] = new Fact(id, facts[id]!, { cache: false });
  return made;
}
