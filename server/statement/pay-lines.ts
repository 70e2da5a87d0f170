import { payText } from '../../engine/pay/pay-text.ts';
import { fill } from '../../locales/index.ts';
import type { ResultView } from '../../sentences/result-view.ts';

/** What is paid, line by line with the numbers put in, and in all. */
export function payLines({ model, result, words, reasons, shown, name }: ResultView): string[] {
  const { pay } = result;
  if (pay === undefined) return [];
  const teller = {
    model,
    shown,
    name,
    tell: (word: keyof typeof words, params: Readonly<Record<string, unknown>>) => fill(words[word], params),
  };
  const lines = (model.pay ?? []).flatMap((line) => {
    const own = pay.lines[line.id]!;
    const because =
      own.missing === undefined
        ? []
        : [`    ${fill(words.becauseMissing, { because: reasons[own.missing.reason] })}`];
    return [
      `  ${name(line.name)}: ${own.amount ?? words.missing}`,
      ...payText(teller, line, own).map((text) => `    ${text}`),
      ...because,
    ];
  });
  return ['', words.pay, ...lines, `  ${words.payTotal}: ${pay.total ?? words.missing}`];
}
