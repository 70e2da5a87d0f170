import type { NamedCondition } from '../../schemas/index.ts';
import { pick, type Random } from '../support/random.ts';
import { randomConditions, type Facts, type Named } from './random-conditions.ts';
import { roles, stages, teams } from './random-names.ts';

/** What is known before anything is computed. */
export function givenFacts(measures: string[], named: Named[]): Facts {
  const edges = ['0', '30', '60', '100'];
  return { metrics: [], measures, grades: [], stages, teams, roles, edges, asked: 'given', named };
}

/** Conditions by these names; each may refer to those before it, and to what could be referred to already. */
export function randomNamed(random: Random, facts: Facts, ids: string[]): [NamedCondition[], Named[]] {
  const made: NamedCondition[] = [];
  const named = [...(facts.named ?? [])];
  for (const id of ids) {
    // Some of them so that points can refer to them too.
    const asked = facts.asked ?? pick(random, ['measured', undefined]);
    const within = { ...facts, named: [...named], ...(asked && { asked }) };
    made.push({ id, name: { zh: id, en: id }, conditions: randomConditions(random, within) });
    named.push({ id, ...(asked && { asked }) });
  }
  return [made, named];
}
