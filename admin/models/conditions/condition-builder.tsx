import { useMemo } from 'react';
import type { Conditions, Model } from '../../../schemas/index.ts';
import { useStages } from '../../people/use-stages.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { ruleText } from '../sentences.ts';
import { ConditionQuery } from './condition-query.tsx';
import { conditionFields, type Reach } from './fields.ts';

interface Props {
  readonly document: Model;
  readonly reach: Reach;
  readonly conditions: Conditions;
  readonly onChange: (conditions: Conditions) => void;
}

/** Conditions of a rule of a model. */
export function ConditionBuilder({ document, reach, conditions, onChange }: Props) {
  const language = useLanguage();
  const { stages } = useStages();
  const fields = useMemo(
    () =>
      conditionFields(
        document,
        reach,
        language,
        stages.map(({ id, name }) => ({ id, name: name[language] })),
      ),
    [document, reach, language, stages],
  );
  return (
    <ConditionQuery
      fields={fields}
      sentence={(node, words) => ruleText(document, node, words)}
      conditions={conditions}
      onChange={onChange}
    />
  );
}
