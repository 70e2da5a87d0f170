import { RecordFields } from '../../schema-form/schema-field.tsx';
import { shapeOf, type VariantsShape } from '../../schema-form/shape.ts';
import { SurroundingsContext, type JsonRecord } from '../../schema-form/surroundings.ts';
import type { Target } from '../../../schemas/index.ts';
import { useModelSurroundings } from '../parts/use-model-surroundings.ts';
import type { MetricFieldsProps } from './metric-fields.ts';

interface Props extends Pick<MetricFieldsProps, 'document' | 'set'> {
  readonly target: Target;
  readonly pointer: string;
}

/** A target whose kind has many parts, by the form that its schema makes: by conditions, or by levels. */
export function SchemaTarget({ document, target, pointer, set }: Props) {
  const { surroundings } = useModelSurroundings(document);
  const { variants } = shapeOf('model.schema.json#/$defs/target') as VariantsShape;
  const shape = variants.find(({ value }) => value === target.kind)?.shape;
  if (shape === undefined) return null;
  return (
    <SurroundingsContext value={surroundings}>
      <RecordFields
        shape={shape}
        value={target as unknown as JsonRecord}
        pointer={pointer}
        owner=""
        field="target"
        around={[]}
        but="kind"
        onChange={(next) => set('/target', next)}
      />
    </SurroundingsContext>
  );
}
