import { fill, type Language } from '../../locales/index.ts';
import type { Line, Measure, Model } from '../../schemas/index.ts';
import { texts } from './texts.ts';

/** How a figure is made from other figures; undefined where it is given, or made from records. */
export function madeText(model: Model, { aggregate }: Measure, language: Language): string | undefined {
  const t = texts[language];
  const nameOf = (id: string) => model.measures.find((one) => one.id === id)?.name[language] ?? id;
  const lineText = (line: Line) =>
    line.kind === 'constant' ? String(line.value) : fill(t.quotedName, { name: nameOf(line.measure) });
  switch (aggregate.kind) {
    case 'streak': {
      const { measure, test, periods } = aggregate;
      const line = 'line' in test ? lineText(test.line) : '';
      return fill(t[`how_${test.kind}`], { measure: nameOf(measure), line, periods });
    }
    case 'result':
      return t[`how_${aggregate.over.kind}`];
    case 'members': {
      const { measure, take } = aggregate;
      const beside = 'line' in take ? lineText(take.line) : 'weight' in take ? nameOf(take.weight) : '';
      return fill(t[`how_members_${take.kind}`], { measure: nameOf(measure), line: beside });
    }
    case 'related':
      return fill(t.how_related, { measure: nameOf(aggregate.measure) });
    case 'raters': {
      const groups = aggregate.groups.map(({ group, weight }) => `${group} ${weight} %`).join(t.semicolon);
      return fill(t.how_raters, { groups });
    }
    default:
      return undefined;
  }
}
