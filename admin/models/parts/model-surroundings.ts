import type { Language } from '../../../locales/index.ts';
import type { Column, Dataset, Labels, Model, Stage } from '../../../schemas/index.ts';
import { textOf, type Around, type JsonRecord, type Surroundings } from '../../schema-form/surroundings.ts';
import { columnFields, columnSentence } from '../conditions/column-fields.ts';
import { conditionFields } from '../conditions/fields.ts';
import { ruleText } from '../sentences.ts';
import { modelStarts } from './model-starts.ts';

interface Named {
  readonly id: string;
  readonly name: Labels;
}

/** The names of fields whose ids stand for something of the model. */
const speaksOf: Readonly<Record<string, 'grades' | 'measures' | 'metrics'>> = {
  grade: 'grades',
  grades: 'grades',
  'Ranking.otherwise': 'grades',
  measure: 'measures',
  baseline: 'measures',
  'WeightedMeanOfMembers.weight': 'measures',
  metric: 'metrics',
  tieBreakers: 'metrics',
};

/** Which types of columns a field most likely means; those stand first. */
const likely: Readonly<Record<string, readonly Column['type'][]>> = {
  subject: ['person'],
  date: ['date', 'instant'],
  column: ['decimal', 'integer', 'choice'],
  'RatersAggregate.group': ['choice', 'text'],
  'ComputedColumn.from': ['instant', 'date'],
  'ComputedColumn.to': ['instant', 'date'],
  'RelatedAggregate.from': ['person', 'text'],
  'RelatedAggregate.to': ['person', 'text'],
  reason: ['text', 'choice'],
  by: ['person', 'text'],
};

/** What the forms of a model's parts may name: what the model has, and the datasets of the company. */
export function modelSurroundings(
  model: Model,
  datasets: readonly Dataset[],
  stages: readonly Stage[],
  language: Language,
): Surroundings {
  const listOf = (items: readonly Named[]) => items.map(({ id, name }) => ({ id, name: name[language] }));
  const columnsOf = (around: Around) => {
    const dataset = datasets.find(({ id }) => id === datasetOf(model, around));
    return dataset === undefined ? undefined : [...dataset.columns, ...computedOf(around)];
  };
  const starts = modelStarts(model);
  return {
    idsOf(owner, field, around) {
      const key = [`${owner}.${field}`, field].find(
        (name) => Object.hasOwn(speaksOf, name) || Object.hasOwn(likely, name),
      );
      if (field === 'dataset') return listOf(datasets);
      if (field === 'stage') return listOf(stages);
      if (key === undefined) return undefined;
      if (Object.hasOwn(speaksOf, key)) return listOf(model[speaksOf[key]!]);
      const columns = columnsOf(around);
      if (columns === undefined) return undefined;
      const rank = ({ type }: Column) => {
        const at = likely[key]!.indexOf(type);
        return at === -1 ? likely[key]!.length : at;
      };
      return listOf(columns.toSorted((a, b) => rank(a) - rank(b)));
    },
    conditionsOf(owner, _field, around) {
      if (owner === 'TargetCase') {
        const known = stages.map(({ id, name }) => ({ id, name: name[language] }));
        return {
          fields: conditionFields(model, 'given', language, known),
          sentence: (conditions, words) => ruleText(model, conditions, words),
        };
      }
      const columns = columnsOf(around) ?? [];
      return {
        fields: columnFields(columns, language),
        sentence: (conditions, words) => columnSentence(columns, conditions, words),
      };
    },
    startsOf: (title) => starts[title],
    figures: figuresOf(model),
  };
}

/** The dataset that a field's columns are of: that of the nearest record that names one. */
function datasetOf(model: Model, around: Around): string | undefined {
  for (const record of around.toReversed()) {
    if (typeof record['dataset'] === 'string') return record['dataset'];
    const aggregate = record['aggregate'] as JsonRecord | undefined;
    if (typeof aggregate?.['dataset'] === 'string') return aggregate['dataset'];
    const adjusted = model.measures.find(({ id }) => id === record['measure'])?.aggregate;
    if (adjusted !== undefined && 'dataset' in adjusted) return adjusted.dataset;
  }
  return undefined;
}

/** The columns that a measure calculates, as columns of its dataset. */
function computedOf(around: Around): Column[] {
  const computed = around.flatMap((record) => (record['computed'] ?? []) as readonly JsonRecord[]);
  return computed.map(({ id }) => ({
    id: textOf(id),
    name: { zh: textOf(id), en: textOf(id) },
    type: 'decimal',
    required: false,
    places: 4,
  }));
}

/** What formulas of pay may name. */
function figuresOf({ measures, metrics, groups, pay = [] }: Model): Named[] {
  const part = (items: readonly Named[], figure: string, zh: string, en: string) =>
    items.map(({ id, name }) => ({
      id: `${id}.${figure}`,
      name: { zh: `${name.zh}·${zh}`, en: `${name.en}: ${en}` },
    }));
  return [
    ...measures,
    ...part(metrics, 'value', '值', 'value'),
    ...part(metrics, 'score', '得分', 'score'),
    ...part(groups, 'groupScore', '得分', 'score'),
    { id: 'composite', name: { zh: '综合得分', en: 'Composite' } },
    ...pay,
  ];
}
