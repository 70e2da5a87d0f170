import type { Model, PayLine } from '../../schemas/index.ts';
import { pick, whole } from '../support/random.ts';
import type { Random } from '../support/random.ts';
import { chance, decimalText, randomDecimal, rising, written } from './random-decimals.ts';
import { randomFormula } from './random-formula.ts';
import { roles } from './random-names.ts';

type Amount = PayLine['amount'];
const labels = (id: string): { zh: string; en: string } => ({ zh: id, en: id });
const list = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Pay lines under the given ids, of every kind, over all that formulas of pay may use. */
export function randomPay(random: Random, model: Model, ids: readonly string[]): PayLine[] {
  const names = [
    'composite',
    ...model.measures.map(({ id }) => id),
    ...model.metrics.flatMap(({ id, group }) => [`${id}.value`, `${id}.score`, `${group}.groupScore`]),
  ];
  return ids.map((id) => {
    const formula = (): string => {
      const text = randomFormula(random, names);
      // Room for what is written around it.
      return text.length < 950 ? text : formula();
    };
    const [low, high] = rising(random, 2, () => randomDecimal(random)).map((text) => written(random, text));
    const line: PayLine = {
      id,
      name: labels(id),
      amount: randomAmount(random, model, formula),
      ...(chance(random, 0.2) && low !== undefined && { floor: low }),
      ...(chance(random, 0.2) && high !== undefined && { cap: high }),
      ...(chance(random, 0.3) && { hold: { released: chance(random, 0.5) ? '33%' : formula() } }),
      ...(chance(random, 0.3) && { whenMissing: pick(random, ['missing', 'zero'] as const) }),
    };
    names.push(id);
    return line;
  });
}

function randomAmount(random: Random, model: Model, formula: () => string): Amount {
  const kind = pick(random, ['formula', 'split', 'coefficient', 'tiers', 'pool'] as const);
  switch (kind) {
    case 'formula':
      return { kind, formula: formula() };
    case 'split':
      return {
        kind,
        base: formula(),
        parts: randomShares(random, whole(random, 2, 5)).map((share, index) => ({
          id: `p${index}`,
          name: labels('part'),
          share,
          ...(chance(random, 0.5) && { factor: formula() }),
        })),
      };
    case 'coefficient':
      return {
        kind,
        base: formula(),
        coefficients: model.grades.map(({ id }) => ({
          grade: id,
          coefficient: pick(random, ['1.2', '1', '0.8', 0, '1.005']),
        })),
      };
    case 'tiers': {
      const usual = ['0.01', '1', '60', '79.9999', '80', '100', '120', '150'];
      const drawn = rising(random, whole(random, 1, 4), () => pick(random, usual)).filter(
        (from) => Number(from) > 0,
      );
      const froms = drawn.length === 0 ? ['100'] : drawn;
      return {
        kind,
        figure: formula(),
        method: pick(random, ['whole', 'marginal'] as const),
        ...(chance(random, 0.4) && { base: formula() }),
        below: pick(random, [0, '5', '-1']),
        tiers: froms.map((from) => ({
          from: written(random, from),
          rate: pick(random, [10, 15, 20, '0.5', '-2.25']),
        })),
      };
    }
    case 'pool':
      return randomPool(random, model, formula);
  }
}

function randomPool(random: Random, model: Model, formula: () => string): Amount {
  const percents = randomShares(random, roles.length + 1);
  return {
    kind: 'pool',
    scope: pick(random, ['model', 'team'] as const),
    sum: chance(random, 0.6)
      ? { kind: 'constant', value: pick(random, ['10000.01', '0.01', '100', '0', '99.995']) }
      : { kind: 'contributions', formula: formula() },
    ...(chance(random, 0.5) && {
      shares: roles.slice(0, whole(random, 1, 3)).map((role, index) => ({ role, share: percents[index]! })),
    }),
    ...(chance(random, 0.3) && { grades: [pick(random, model.grades).id] }),
    ...(chance(random, 0.6) && { weight: chance(random, 0.5) ? `ifMissing(${formula()}, 1)` : formula() }),
  };
}

/** Parts of 100 with up to two decimals; some are 0. */
function randomShares(random: Random, count: number): string[] {
  const decimals = pick(random, [0, 1, 2]);
  const units = 100 * 10 ** decimals;
  const cuts = list(count - 1, () => whole(random, 0, units)).toSorted((a, b) => a - b);
  return [...cuts, units].map((end, i) => decimalText(BigInt(end - (cuts[i - 1] ?? 0)), decimals));
}
