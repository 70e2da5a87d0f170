import { useTexts } from '../../texts/use-texts.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { Row } from '../fields/row.tsx';
import { TextInput } from '../fields/text-input.tsx';
import { FormulaInput } from './formula/formula-input.tsx';
import type { MetricFieldsProps } from './metric-fields.ts';
import { texts } from './texts.ts';

const choices = ['', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

/** The formula of the result, its unit, and at how many places result and score are published. */
export function FormulaFields({ document, at, metric, set }: MetricFieldsProps) {
  const t = useTexts(texts);
  const pointer = `/metrics/${at}`;
  const places = (part: 'value' | 'score', title: string) => (
    <ChoiceField
      label={title}
      pointer={`${pointer}/places/${part}`}
      value={String(metric.places?.[part] ?? '') as (typeof choices)[number]}
      options={choices.map((id) => ({ id, name: id === '' ? t.placesDefault : id }))}
      onChange={(chosen) => {
        const { [part]: _before, ...other } = metric.places ?? {};
        const next = chosen === '' ? other : { ...other, [part]: Number(chosen) };
        set('/places', Object.keys(next).length === 0 ? undefined : next);
      }}
    />
  );
  return (
    <>
      <FormulaInput
        figures={document.measures}
        hasTarget={metric.target !== undefined}
        pointer={`${pointer}/formula`}
        value={metric.formula}
        onChange={(text) => set('/formula', text)}
      />
      <Row>
        <TextInput
          label={t.unit}
          pointer={`${pointer}/unit`}
          value={metric.unit ?? ''}
          onChange={(text) => set('/unit', text === '' ? undefined : text)}
        />
        {places('value', t.placesValue)}
        {places('score', t.placesScore)}
      </Row>
    </>
  );
}
