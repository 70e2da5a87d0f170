import { Box, Button, FormControlLabel, Switch, TextField, Typography } from '@mui/material';
import { useMemo } from 'react';
import {
  QueryBuilder,
  type ActionProps,
  type Field,
  type NotToggleProps,
  type RuleGroupType,
  type VersatileSelectorProps,
} from 'react-querybuilder';
import type { Language } from '../../../locales/index.ts';
import type { Conditions } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { firstValue, type ConditionField } from './fields.ts';
import { conditionsOf, queryOf } from './query.ts';
import { texts } from './texts.ts';
import { ValueEditor } from './value-editor.tsx';

interface Props {
  readonly fields: readonly ConditionField[];
  readonly sentence: (conditions: Conditions, language: Language) => string;
  readonly conditions: Conditions;
  readonly onChange: (conditions: Conditions) => void;
}

/** Conditions built from comparisons and groups, with the sentence that they are in both languages. */
export function ConditionQuery({ fields, sentence, conditions, onChange }: Props) {
  const t = useTexts(texts);
  const query = useMemo(() => queryOf(conditions) as unknown as RuleGroupType, [conditions]);
  const known = (name: string) => fields.find((field) => field.name === name);
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
      <Box sx={builderStyles}>
        <QueryBuilder
          fields={fields as unknown as Field[]}
          query={query}
          onQueryChange={(next) => onChange(conditionsOf(next))}
          showNotToggle
          resetOnFieldChange
          getOperators={(name, { fieldData }) => {
            const own = known(name)?.operators ?? [];
            return own.length > 0 ? [...own] : (fieldData as unknown as { operators: [] }).operators;
          }}
          getDefaultValue={({ field, operator }) => firstValue(known(field), operator)}
          combinators={[
            { name: 'and', label: t.and },
            { name: 'or', label: t.or },
          ]}
          controlElements={controls}
        />
      </Box>
      <Typography variant="body2" component="p" aria-live="polite">
        {t.inWords} <span lang="zh">{sentence(conditions, 'zh')}</span>
        {' · '}
        <span lang="en">{sentence(conditions, 'en')}</span>
      </Typography>
    </Box>
  );
}

const builderStyles = {
  minWidth: 0,
  overflowX: 'auto',
  '& .ruleGroup': { border: 1, borderColor: 'divider', borderRadius: 1, p: 1, display: 'grid', gap: 1 },
  '& .ruleGroup-header, & .rule': { display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' },
  '& .ruleGroup-body': { display: 'grid', gap: 1, pl: { xs: 0.5, sm: 2 } },
} as const;

/** The same selector for facts, operators and combinators: its name says which. */
function Selector({ title, options, value, handleOnChange }: VersatileSelectorProps) {
  const choices = options as readonly { readonly name: string; readonly label: string }[];
  const shown = value ?? '';
  return (
    <TextField
      select
      size="small"
      label={title}
      value={shown}
      onChange={(event) => handleOnChange(event.target.value)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      sx={{ width: 220, maxWidth: '100%' }}
    >
      {!choices.some(({ name }) => name === shown) && <option value={shown}>{shown}</option>}
      {choices.map(({ name, label }) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </TextField>
  );
}

function FactSelector(props: VersatileSelectorProps) {
  return <Selector {...props} title={useTexts(texts).field} />;
}

function OperatorSelector(props: VersatileSelectorProps) {
  return <Selector {...props} title={useTexts(texts).operator} />;
}

function CombinatorSelector(props: VersatileSelectorProps) {
  return <Selector {...props} title={useTexts(texts).combinator} />;
}

function Denied({ checked, handleOnChange }: NotToggleProps) {
  return (
    <FormControlLabel
      control={<Switch size="small" checked={checked === true} onChange={(_, on) => handleOnChange(on)} />}
      label={useTexts(texts).not}
    />
  );
}

/** A button that says in words what it does. */
function action(word: 'addRule' | 'addGroup' | 'remove' | 'removeGroup') {
  return function Action({ handleOnClick }: ActionProps) {
    return (
      <Button size="small" onClick={(event) => handleOnClick(event)}>
        {useTexts(texts)[word]}
      </Button>
    );
  };
}

const controls = {
  fieldSelector: FactSelector,
  operatorSelector: OperatorSelector,
  combinatorSelector: CombinatorSelector,
  valueEditor: ValueEditor,
  notToggle: Denied,
  addRuleAction: action('addRule'),
  addGroupAction: action('addGroup'),
  removeRuleAction: action('remove'),
  removeGroupAction: action('removeGroup'),
};
