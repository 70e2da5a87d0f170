import { formulaFunctions } from '../../../../engine/formula/functions.ts';
import { texts } from './texts.ts';

/** Functions that belong together. */
export const functionGroups = ['figures', 'shape', 'choice', 'gaps'] as const;
type FunctionGroup = (typeof functionGroups)[number];

/** A function as the help lists it. */
export interface FunctionHelp {
  readonly name: string;
  /** How it is written: "clamp(a, low, high)". */
  readonly call: string;
  /** In a line. */
  readonly does: string;
  /** How many arguments it has at least. */
  readonly least: number;
}

const members: Readonly<Record<Exclude<FunctionGroup, 'figures'>, readonly string[]>> = {
  shape: ['round', 'floor', 'ceil', 'abs', 'clamp'],
  choice: ['if', 'and', 'or', 'not'],
  gaps: ['ifMissing', 'isMissing'],
};

/** The names of all functions that a formula may call; round is written apart in the engine. */
export const functionNames: readonly string[] = [...Object.keys(formulaFunctions), 'round'];

/** The functions of a group in one language; one that no group claims is with the figures. */
export function functionsOf(group: FunctionGroup, language: 'zh' | 'en'): FunctionHelp[] {
  const words: Readonly<Record<string, string>> = texts[language];
  return functionNames
    .filter((name) => groupOf(name) === group)
    .map((name) => ({
      name,
      call: words[`call_${name}`] ?? `${name}(…)`,
      does: words[`does_${name}`] ?? '',
      least: formulaFunctions[name]?.count[0] ?? 1,
    }));
}

function groupOf(name: string): FunctionGroup {
  return functionGroups.find((group) => group !== 'figures' && members[group].includes(name)) ?? 'figures';
}
