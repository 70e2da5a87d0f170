import { Box, Button, Checkbox, FormControlLabel, TextField } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { Conditions, DecimalInput, Labels } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ChoiceField } from '../models/fields/choice-field.tsx';
import { DecimalField } from '../models/fields/decimal-field.tsx';
import { Row } from '../models/fields/row.tsx';
import { TextInput } from '../models/fields/text-input.tsx';
import { FormulaInput } from '../models/metric/formula/formula-input.tsx';
import { ConditionsField } from './conditions-field.tsx';
import { LabelsField } from './labels-field.tsx';
import { choiceText, fieldText, variantText } from './names.ts';
import { Part } from './part.tsx';
import type { ListShape, RecordShape, Shape, VariantsShape } from './shape.ts';
import { settled, startOf, variantStart } from './start.ts';
import { useSurroundings, textOf, type Around, type Json, type JsonRecord } from './surroundings.ts';
import { texts } from './texts.ts';
import { useLanguage } from '../texts/use-language.ts';

interface Props<S extends Shape = Shape, T = Json> {
  readonly shape: S;
  readonly value: T;
  readonly pointer: string;
  /** Title of the record that has it, and its name there. */
  readonly owner: string;
  readonly field: string;
  readonly around: Around;
  readonly onChange: (value: Json) => void;
  /** What stands in place of the name that the field has. */
  readonly label?: string;
}

/** A part of a document as its schema says it: what the schema can say, the form can. */
export function SchemaField(props: Props) {
  const language = useLanguage();
  const { figures, idsOf, conditionsOf } = useSurroundings();
  const { shape, value, pointer, owner, field, around, onChange } = props;
  const label = props.label ?? fieldText(language, owner, field);
  switch (shape.kind) {
    case 'constant':
      return null;
    case 'decimal':
      return (
        <DecimalField label={label} pointer={pointer} value={value as DecimalInput} onChange={onChange} />
      );
    case 'integer':
      return (
        <TextField
          type="number"
          label={label}
          value={value}
          onChange={({ target }) => target.value !== '' && onChange(Math.round(Number(target.value)))}
          slotProps={{ htmlInput: { min: shape.least, max: shape.most, 'data-pointer': pointer } }}
          sx={{ width: 180 }}
        />
      );
    case 'boolean':
      return (
        <FormControlLabel
          control={<Checkbox checked={value === true} onChange={(_, on) => onChange(on)} />}
          label={label}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          label={label}
          pointer={pointer}
          value={textOf(value)}
          options={shape.choices.map((id) => ({ id, name: choiceText(language, shape.title, id) }))}
          onChange={onChange}
        />
      );
    case 'id': {
      const options = idsOf(owner, field, around);
      return options === undefined ? (
        <TextInput label={label} pointer={pointer} value={textOf(value)} onChange={onChange} />
      ) : (
        <ChoiceField
          label={label}
          pointer={pointer}
          value={textOf(value)}
          options={options}
          onChange={onChange}
        />
      );
    }
    case 'text':
      return <TextInput label={label} pointer={pointer} value={textOf(value)} onChange={onChange} />;
    case 'labels':
      return (
        <LabelsField label={label} pointer={pointer} value={value as unknown as Labels} onChange={onChange} />
      );
    case 'formula':
      return (
        <Box sx={{ flex: '1 1 100%', minWidth: 0, display: 'grid', gap: 1 }}>
          <FormulaInput
            label={label}
            figures={figures}
            folded
            hasTarget={false}
            pointer={pointer}
            value={textOf(value)}
            onChange={onChange}
          />
        </Box>
      );
    case 'conditions':
      return (
        <ConditionsField
          label={label}
          conditions={value as unknown as Conditions}
          about={conditionsOf(owner, field, around)}
          onChange={(next) => onChange(next as unknown as Json)}
        />
      );
    case 'record':
      return (
        <Part label={label}>
          <RecordFields {...props} shape={shape} value={value as JsonRecord} />
        </Part>
      );
    case 'variants':
      return (
        <Part label={label}>
          <VariantFields {...props} shape={shape} value={value as JsonRecord} />
        </Part>
      );
    case 'list':
      return (
        <Part label={label}>
          <ListItems {...props} shape={shape} value={value as readonly Json[]} />
        </Part>
      );
  }
}

/** The fields of a record: those it must have, those it has, and a button for each that it may have. */
export function RecordFields({
  shape,
  value,
  pointer,
  around,
  onChange,
  but,
}: Props<RecordShape, JsonRecord> & { readonly but?: string }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const surroundings = useSurroundings();
  const inside = [...around, value];
  const fields = shape.fields.filter(({ name, shape: { kind } }) => name !== but && kind !== 'constant');
  const set = (name: string, next: Json | undefined) => {
    const all: Record<string, Json | undefined> = { ...value, [name]: next };
    // In the order of the schema; what the schema does not know stays where it is.
    const names = new Set([...shape.fields.map((field) => field.name), ...Object.keys(all)]);
    const entries = [...names].flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]] as const]));
    onChange(settled(shape, value, Object.fromEntries(entries), around, surroundings));
  };
  const absent = fields.filter(({ name }) => value[name] === undefined);
  const nameOf = (name: string) => fieldText(language, shape.title, name);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Row>
        {fields.map(({ name, required, shape: of }) => {
          const present = value[name];
          if (present === undefined) return null;
          const control = (
            <SchemaField
              shape={of}
              value={present}
              pointer={`${pointer}/${name}`}
              owner={shape.title}
              field={name}
              around={inside}
              onChange={(next) => set(name, next)}
            />
          );
          return (
            <Box key={name} sx={{ flex: isWide(of) ? '1 1 100%' : '1 1 200px', minWidth: 0 }}>
              {control}
              {!required && (
                <Button size="small" onClick={() => set(name, undefined)}>
                  {fill(t.without, { name: nameOf(name) })}
                </Button>
              )}
            </Box>
          );
        })}
      </Row>
      {absent.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {absent.map(({ name, shape: of }) => (
            <Button
              key={name}
              size="small"
              onClick={() => set(name, startOf(of, shape.title, name, inside, surroundings))}
            >
              {fill(t.with, { name: nameOf(name) })}
            </Button>
          ))}
        </Box>
      )}
    </Box>
  );
}

function isWide({ kind }: Shape): boolean {
  return ['labels', 'formula', 'conditions', 'record', 'variants', 'list'].includes(kind);
}

function VariantFields(props: Props<VariantsShape, JsonRecord>) {
  const t = useTexts(texts);
  const language = useLanguage();
  const surroundings = useSurroundings();
  const { shape, value, pointer, around, onChange } = props;
  const chosen = shape.variants.find((variant) => variant.value === value[shape.tag]);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <ChoiceField
        label={t.kind}
        pointer={`${pointer}/${shape.tag}`}
        value={textOf(value[shape.tag])}
        options={shape.variants.map((variant) => ({
          id: variant.value,
          name: variantText(language, variant.shape.title),
        }))}
        onChange={(next) => onChange(variantStart(shape, next, around, surroundings, value))}
      />
      {chosen !== undefined && <RecordFields {...props} shape={chosen.shape} but={shape.tag} />}
    </Box>
  );
}

function ListItems({
  shape,
  value,
  pointer,
  owner,
  field,
  around,
  onChange,
}: Props<ListShape, readonly Json[]>) {
  const t = useTexts(texts);
  const language = useLanguage();
  const surroundings = useSurroundings();
  const itemLabel = (item: Json, at: number) => {
    const name = (item as { readonly name?: Labels }).name?.[language];
    const number = fill(t.item, { number: at + 1 });
    return name === undefined ? number : `${number} · ${name}`;
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {value.map((item, at) => (
        <Box key={at} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}>
          <Box sx={{ flex: isWide(shape.items) ? '1 1 100%' : '1 1 240px', minWidth: 0 }}>
            <SchemaField
              shape={shape.items}
              value={item}
              pointer={`${pointer}/${at}`}
              owner={owner}
              field={field}
              around={around}
              label={itemLabel(item, at)}
              onChange={(next) => onChange(value.with(at, next))}
            />
          </Box>
          <Button
            size="small"
            disabled={at === 0}
            onClick={() => onChange(value.with(at, value[at - 1]!).with(at - 1, item))}
          >
            {fill(t.up, { number: at + 1 })}
          </Button>
          <Button
            size="small"
            disabled={value.length <= shape.least}
            onClick={() => onChange(value.toSpliced(at, 1))}
          >
            {fill(t.remove, { number: at + 1 })}
          </Button>
        </Box>
      ))}
      <Box>
        <Button
          size="small"
          disabled={value.length >= shape.most}
          onClick={() => onChange([...value, startOf(shape.items, owner, field, around, surroundings)])}
        >
          {t.add}
        </Button>
      </Box>
    </Box>
  );
}
