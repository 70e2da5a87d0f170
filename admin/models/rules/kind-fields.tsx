import { Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { formatExact, parseDecimal } from '../../../engine/number/decimal.ts';
import { add, zero } from '../../../engine/number/rational.ts';
import { fill } from '../../../locales/index.ts';
import type {
  ActionRule,
  Conflict,
  Gate,
  GradeRule,
  Model,
  Overlay,
  Points,
} from '../../../schemas/index.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { DecimalField } from '../fields/decimal-field.tsx';
import { Row } from '../fields/row.tsx';
import { TextInput } from '../fields/text-input.tsx';
import { ActionParams } from './action-params.tsx';
import type { RuleItem, RuleKind } from './rule-kinds.ts';
import { texts } from './texts.ts';

interface Props<T extends RuleItem = RuleItem> {
  readonly document: Model;
  readonly item: T;
  readonly pointer: string;
  readonly onChange: (item: RuleItem) => void;
}

/** What a rule of its kind does, besides having conditions. */
export function KindFields({ kind, ...props }: Props & { readonly kind: RuleKind }) {
  switch (kind) {
    case 'gradeRules':
      return <GradeFields {...props} item={props.item as GradeRule} />;
    case 'gates':
      return <GateFields {...props} item={props.item as Gate} />;
    case 'actions':
      return <ActionFields {...props} item={props.item as ActionRule} />;
    case 'conflicts':
      return <ConflictFields {...props} item={props.item as Conflict} />;
    case 'overlays':
      return <OverlayFields {...props} item={props.item as Overlay} />;
    case 'points':
      return <PointsFields {...props} item={props.item} />;
    case 'conditions':
      return null;
  }
}

function useGrades(document: Model) {
  const label = useLabel();
  return document.grades.map(({ id, name }) => ({ id, name: label(name) }));
}

/** The priority of a rule, 1 where none is written. */
function Priority({ item, pointer, onChange }: Omit<Props<GradeRule | ActionRule>, 'document'>) {
  const t = useTexts(texts);
  return (
    <TextField
      type="number"
      label={t.priority}
      value={item.priority ?? 1}
      onChange={(event) => {
        const priority = Math.max(1, Math.round(Number(event.target.value)) || 1);
        const { priority: _before, ...rest } = item;
        onChange(priority === 1 && item.priority === undefined ? rest : { ...rest, priority });
      }}
      slotProps={{ htmlInput: { min: 1, max: 1_000_000, 'data-pointer': `${pointer}/priority` } }}
      sx={{ flex: '1 1 220px' }}
    />
  );
}

function GradeFields({ document, item, pointer, onChange }: Props<GradeRule>) {
  const t = useTexts(texts);
  return (
    <Row>
      <ChoiceField
        label={t.grade}
        pointer={`${pointer}/event/params/grade`}
        value={item.event.params.grade}
        options={useGrades(document)}
        onChange={(grade) => onChange({ ...item, event: { type: 'grade', params: { grade } } })}
      />
      <Priority item={item} pointer={pointer} onChange={onChange} />
    </Row>
  );
}

function GateFields({ document, item, pointer, onChange }: Props<Gate>) {
  const t = useTexts(texts);
  return (
    <ChoiceField
      label={t.cap}
      pointer={`${pointer}/cap`}
      value={item.cap}
      options={useGrades(document)}
      onChange={(cap) => onChange({ ...item, cap })}
    />
  );
}

function ActionFields({ item, pointer, onChange }: Props<ActionRule>) {
  const t = useTexts(texts);
  return (
    <>
      <Row>
        <TextInput
          label={t.type}
          pointer={`${pointer}/event/type`}
          value={item.event.type}
          onChange={(type) => onChange({ ...item, event: { ...item.event, type } })}
        />
        <Priority item={item} pointer={pointer} onChange={onChange} />
      </Row>
      <ActionParams
        params={item.event.params ?? {}}
        onChange={(params) => {
          const { params: _before, ...event } = item.event;
          onChange({
            ...item,
            event: Object.keys(params).length === 0 ? event : { ...event, params },
          });
        }}
      />
    </>
  );
}

function ConflictFields({ item, pointer, onChange }: Props<Conflict>) {
  const t = useTexts(texts);
  const keeps = ['priority', 'listed', 'none'] as const;
  return (
    <Row>
      <TextInput
        label={t.types}
        pointer={`${pointer}/types`}
        value={item.types.join(', ')}
        onChange={(text) => onChange({ ...item, types: text.split(/[,，]\s*/) })}
      />
      <ChoiceField
        label={t.keep}
        pointer={`${pointer}/keep`}
        value={item.keep}
        options={keeps.map((id) => ({ id, name: t[`keep_${id}`] }))}
        onChange={(keep) => onChange({ ...item, keep })}
      />
    </Row>
  );
}

function OverlayFields({ document, item, pointer, onChange }: Props<Overlay>) {
  const t = useTexts(texts);
  const label = useLabel();
  const sum = item.weights.reduce((total, { weight }) => add(total, parseDecimal(weight) ?? zero), zero);
  return (
    <>
      <Typography variant="h3">{t.weights}</Typography>
      <Row>
        {item.weights.map(({ metric, weight }, at) => {
          const found = document.metrics.find(({ id }) => id === metric);
          const name = found === undefined ? metric : label(found.name);
          return (
            <label key={metric}>
              <Typography component="span" variant="body2" sx={{ display: 'block' }}>
                {name}
              </Typography>
              <DecimalField
                label={name}
                column="overlay"
                pointer={`${pointer}/weights/${at}/weight`}
                value={weight}
                onChange={(next) =>
                  onChange({ ...item, weights: item.weights.with(at, { metric, weight: next }) })
                }
              />
            </label>
          );
        })}
      </Row>
      <Typography variant="body2">{fill(t.weightSum, { sum: formatExact(sum) })}</Typography>
    </>
  );
}

function PointsFields({ item, pointer, onChange }: Props<Points>) {
  const t = useTexts(texts);
  const isFixed = item.formula === undefined;
  const { value: _value, formula: _formula, atLeast: _least, atMost: _most, ...rest } = item;
  const figure = (name: 'value' | 'atLeast' | 'atMost') => (
    <label>
      <Typography component="span" variant="body2" sx={{ display: 'block' }}>
        {t[name]}
      </Typography>
      <DecimalField
        label={t[name]}
        column={name}
        pointer={`${pointer}/${name}`}
        value={item[name] ?? ''}
        onChange={(next) => onChange({ ...item, [name]: next })}
      />
    </label>
  );
  return (
    <>
      <FormControlLabel
        control={
          <Checkbox
            checked={isFixed}
            onChange={(_, fixed) =>
              onChange(fixed ? { ...rest, value: 1 } : { ...rest, formula: '1', atLeast: 0, atMost: 5 })
            }
          />
        }
        label={t.fixed}
      />
      <Row>
        {isFixed ? (
          figure('value')
        ) : (
          <>
            <TextInput
              label={t.formula}
              pointer={`${pointer}/formula`}
              value={item.formula ?? ''}
              onChange={(formula) => onChange({ ...item, formula })}
            />
            {figure('atLeast')}
            {figure('atMost')}
          </>
        )}
      </Row>
    </>
  );
}
