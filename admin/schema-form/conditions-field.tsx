import type { Conditions } from '../../schemas/index.ts';
import { ConditionQuery } from '../models/conditions/condition-query.tsx';
import { Part } from './part.tsx';
import type { Surroundings } from './surroundings.ts';

interface Props {
  readonly label: string;
  readonly conditions: Conditions;
  /** What the conditions may ask. */
  readonly about: ReturnType<Surroundings['conditionsOf']>;
  readonly onChange: (conditions: Conditions) => void;
}

/** Conditions within a part of a document. */
export function ConditionsField({ label, conditions, about, onChange }: Props) {
  return (
    <Part label={label}>
      <ConditionQuery {...about} conditions={conditions} onChange={onChange} />
    </Part>
  );
}
