import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { DecimalField } from '../fields/decimal-field.tsx';
import { Row } from '../fields/row.tsx';
import { TextInput } from '../fields/text-input.tsx';
import { texts as modelTexts } from '../texts.ts';
import type { MetricFieldsProps } from './metric-fields.ts';
import { texts } from './texts.ts';

const meanings = ['exclude', 'zero', 'hold'] as const;
const directions = ['higherIsBetter', 'lowerIsBetter'] as const;

/** What a metric is called, its group, its weight, and what its absence means. */
export function GeneralFields({ document, at, metric, set }: MetricFieldsProps) {
  const t = useTexts(texts);
  const words = useTexts(modelTexts);
  const label = useLabel();
  const pointer = `/metrics/${at}`;
  return (
    <>
      <Row>
        <TextInput
          label={t.nameZh}
          lang="zh"
          pointer={`${pointer}/name/zh`}
          value={metric.name.zh}
          onChange={(text) => set('/name/zh', text)}
        />
        <TextInput
          label={t.nameEn}
          lang="en"
          pointer={`${pointer}/name/en`}
          value={metric.name.en}
          onChange={(text) => set('/name/en', text)}
        />
      </Row>
      <Row>
        <ChoiceField
          label={t.group}
          pointer={`${pointer}/group`}
          value={metric.group}
          options={document.groups.map(({ id, name }) => ({ id, name: label(name) }))}
          onChange={(group) => set('/group', group)}
        />
        <DecimalField
          label={t.weight}
          pointer={`${pointer}/weight`}
          value={metric.weight}
          onChange={(weight) => set('/weight', weight)}
        />
      </Row>
      <Row>
        <ChoiceField
          label={t.direction}
          pointer={`${pointer}/direction`}
          value={metric.direction}
          options={directions.map((id) => ({ id, name: t[id] }))}
          onChange={(direction) => set('/direction', direction)}
        />
        <ChoiceField
          label={t.whenMissing}
          pointer={`${pointer}/whenMissing`}
          value={metric.whenMissing}
          options={meanings.map((id) => ({ id, name: words[`missing_${id}`] }))}
          onChange={(meaning) => set('/whenMissing', meaning)}
        />
      </Row>
    </>
  );
}
