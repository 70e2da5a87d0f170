import type { Model, PayAmount, PayLine, PayLineResult } from '../../schemas/index.ts';
import { formulaText } from '../formula/formula-text.ts';

/** What the words of a language are asked for; texts in braces are theirs to fill. */
export type PayWord = 'payFloor' | 'payCap' | 'payRate' | 'payTiers' | 'payPool' | 'payPaid' | 'payPart';

/** How pay lines are told. */
export interface PayTeller {
  readonly model: Model;
  /** A step of the receipt as people read it. */
  shown(id: string): string;
  name(labels: PayLine['name']): string;
  tell(word: PayWord, params: Readonly<Record<string, unknown>>): string;
}

/** How a pay line came about, with the numbers put in: its arithmetic first, then what was done with it. */
export function payText(teller: PayTeller, line: PayLine, result: PayLineResult): string[] {
  const { shown, tell } = teller;
  const { floor, cap, hold } = line;
  const limits = [
    ...(floor === undefined ? [] : [tell('payFloor', { limit: floor })]),
    ...(cap === undefined ? [] : [tell('payCap', { limit: cap })]),
  ];
  const held = tell('payPaid', {
    share: shown(`pay:${line.id}.released`),
    paid: result.paid ?? shown(`pay:${line.id}.paid`),
    held: result.held ?? shown(`pay:${line.id}.held`),
  });
  return [
    ...amountText(teller, line, line.amount, result),
    ...(limits.length === 0 ? [] : [limits.join(' · ')]),
    ...(hold === undefined ? [] : [held]),
  ];
}

function amountText(teller: PayTeller, line: PayLine, amount: PayAmount, result: PayLineResult): string[] {
  const { shown, name, tell } = teller;
  const id = `pay:${line.id}`;
  const put = (text: string) => formulaText(text, (word) => shown(stepOf(teller.model, word)));
  const inner = (text: string) => (/\s/.test(put(text)) ? `(${put(text)})` : put(text));
  switch (amount.kind) {
    case 'formula':
      return [put(amount.formula)];
    case 'split':
      return amount.parts.map(({ id: part, name: labels, share, factor }) => {
        const cut = tell('payPart', { part: name(labels), share, base: shown(`${id}.base`) });
        const own = result.parts?.[part] ?? shown(`${id}:${part}`);
        return factor === undefined
          ? `${cut} = ${own}`
          : `${cut} = ${shown(`${id}:${part}.share`)}, × ${inner(factor)} = ${own}`;
      });
    case 'coefficient':
      return [`${inner(amount.base)} × ${shown(`${id}.coefficient`)}`];
    case 'tiers': {
      const base = amount.base === undefined ? undefined : inner(amount.base);
      if (amount.method === 'whole') {
        return [`${base ?? shown(`${id}.figure`)} × ${tell('payRate', { rate: shown(`${id}.rate`) })}`];
      }
      const tiers = amount.tiers.map(({ from, rate }) => `≥ ${from} → ${rate} %`);
      const all = [`< ${amount.tiers[0]!.from} → ${amount.below} %`, ...tiers].join(', ');
      const told = tell('payTiers', { figure: shown(`${id}.figure`), tiers: all });
      return [base === undefined ? told : `${told} × ${base}`];
    }
    case 'pool':
      return [tell('payPool', { sum: result.pool?.sum ?? '–', fund: result.pool?.fund ?? '–' })];
  }
}

/** Where the receipt has what a formula of pay names. */
function stepOf(model: Model, word: string): string {
  return model.pay?.some(({ id }) => id === word) === true ? `pay:${word}` : word;
}
