import { formulaText } from '../../../engine/formula/formula-text.ts';
import { fill, textsOf, type Language } from '../../../locales/index.ts';
import type { Labels, Model, PayAmount, PayLine } from '../../../schemas/index.ts';
import type { texts } from './texts.ts';

type Words = (typeof texts)['en'];

/** A pay line in a sentence. */
export function paySentence(model: Model, line: PayLine, language: Language, t: Words): string {
  const { words } = textsOf(language);
  const label = (labels: Labels) => labels[language];
  const put = (text: string) => formulaText(text, (id) => figureName(model, id, label));
  const limits = [
    ...(line.floor === undefined ? [] : [fill(words.payFloor, { limit: line.floor })]),
    ...(line.cap === undefined ? [] : [fill(words.payCap, { limit: line.cap })]),
    ...(line.hold === undefined ? [] : [fill(t.released, { share: put(line.hold.released) })]),
  ];
  return `${label(line.name)}: ${[amountSentence(model, line.amount, put, label, t), ...limits].join(words.comma)}`;
}

function amountSentence(
  { grades }: Model,
  amount: PayAmount,
  put: (text: string) => string,
  label: (labels: Labels) => string,
  t: Words,
): string {
  const gradeName = (id: string) => {
    const grade = grades.find((item) => item.id === id);
    return grade === undefined ? id : label(grade.name);
  };
  switch (amount.kind) {
    case 'formula':
      return put(amount.formula);
    case 'split': {
      const parts = amount.parts.map(({ name, share, factor }) =>
        [`${label(name)} ${share} %`, ...(factor === undefined ? [] : [put(factor)])].join(' × '),
      );
      return fill(t.split, { base: put(amount.base), parts: parts.join('; ') });
    }
    case 'coefficient': {
      const list = amount.coefficients.map(({ grade, coefficient }) => `${gradeName(grade)} ${coefficient}`);
      return fill(t.coefficient, { base: put(amount.base), list: list.join('; ') });
    }
    case 'tiers': {
      const tiers = amount.tiers.map(({ from, rate }) => `≥ ${from} → ${rate} %`);
      return fill(amount.method === 'whole' ? t.tiersWhole : t.tiersMarginal, {
        base: put(amount.base ?? (amount.method === 'whole' ? amount.figure : '1')),
        figure: put(amount.figure),
        tiers: [`< ${amount.tiers[0]!.from} → ${amount.below} %`, ...tiers].join('; '),
      });
    }
    case 'pool': {
      const sum =
        amount.sum.kind === 'constant'
          ? String(amount.sum.value)
          : fill(t.contributions, { formula: put(amount.sum.formula) });
      const names = (amount.grades ?? []).map(gradeName).join(', ');
      const only = names === '' ? [] : [fill(t.onlyGrades, { grades: names })];
      const shares = (amount.shares ?? []).map(({ role, share }) => `${role} ${share} %`);
      const by = amount.weight === undefined ? t.equally : fill(t.by, { weight: put(amount.weight) });
      return fill(amount.scope === 'team' ? t.poolOfTeam : t.poolOfAll, {
        sum,
        shares: [...shares, by, ...only].join('; '),
      });
    }
  }
}

/** What a name in a formula of pay is called. */
function figureName(
  { measures, metrics, groups, pay = [] }: Model,
  id: string,
  label: (labels: Labels) => string,
) {
  const [of, figure] = id.split('.');
  const owner = [...(figure === 'groupScore' ? groups : [...measures, ...metrics, ...pay])].find(
    (item) => item.id === of,
  );
  if (owner === undefined) return id;
  return figure === undefined ? label(owner.name) : `${label(owner.name)}.${figure}`;
}
