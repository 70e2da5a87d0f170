import type { Model } from '../../schemas/index.ts';
import { pick } from '../support/random.ts';
import type { Random } from '../support/random.ts';
import { chance, decimalText, nearby, randomDecimal, respelled, unitsOf } from './random-decimals.ts';
import { roles, stages, teams } from './random-names.ts';

const known = new WeakMap<Model, string[]>();

/** One person's figures, as often as not on a threshold of the model or beside it; missing ones are null or absent. */
export function randomFigures(random: Random, model: Model): Record<string, string | null> {
  const edges = edgesOf(model);
  const mood = random();
  const bandEdges = model.bands.flatMap(({ from }) => (from === undefined ? [] : String(from)));
  const same = edge(random, chance(random, 0.6) && bandEdges.length > 0 ? bandEdges : edges);
  const draw = (): string | null => {
    if (mood < 0.06) return null;
    if (mood < 0.2) return same;
    return chance(random, 0.06) ? null : figure(random, edges);
  };
  const figures: Record<string, string | null> = {};
  const put = (id: string, value: string | null): void => {
    if (value !== null || chance(random, 0.5)) figures[id] = value;
  };
  for (const { id } of model.measures) put(id, draw());
  put('stage', chance(random, 0.08) ? null : pick(random, [model.stage, ...stages, '未列出的阶段']));
  put('team', chance(random, 0.1) ? null : pick(random, teams));
  put('role', chance(random, 0.1) ? null : pick(random, roles));
  return figures;
}

function figure(random: Random, edges: string[]): string {
  const kind = random();
  const text = kind < 0.45 && edges.length > 0 ? edge(random, edges) : randomDecimal(random);
  if (kind < 0.1) return nearby(random, text);
  return chance(random, 0.05) ? respelled(random, decimalText(unitsOf(text, 0), 0)) : text;
}

/** One of the edges, cut to four decimals: the most that measures come with. */
function edge(random: Random, edges: string[]): string {
  const text = pick(random, edges);
  return (text.split('.')[1]?.length ?? 0) > 4 ? decimalText(unitsOf(text, 4), 4) : text;
}

const partsWithDecimals = [
  ...(['metrics', 'conditions', 'bands', 'gradeRules', 'actions'] as const),
  ...(['points', 'gates', 'pay'] as const),
];

/** Every decimal written in the model outside of its formulas. */
function edgesOf(model: Model): string[] {
  const found = known.get(model) ?? [
    ...new Set(decimalsIn(partsWithDecimals.map((part) => model[part] ?? []))),
  ];
  known.set(model, found);
  return found;
}

function decimalsIn(node: unknown): string[] {
  if (typeof node === 'object' && node !== null) return Object.values(node).flatMap(decimalsIn);
  return /^-?\d+(\.\d+)?$/.test(String(node)) ? [String(node)] : [];
}
