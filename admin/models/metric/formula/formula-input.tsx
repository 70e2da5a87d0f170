import { Box, Chip, TextField, Typography } from '@mui/material';
import { useLayoutEffect, useRef, useState } from 'react';
import { fill } from '../../../../locales/index.ts';
import type { Labels } from '../../../../schemas/index.ts';
import { useLabel } from '../../../texts/use-label.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { useEditing } from '../../editing/editing-context.ts';
import { useFindingText } from '../../findings/use-finding-text.ts';
import { FormulaHelp } from './formula-help.tsx';
import { FormulaPlaces } from './formula-places.tsx';
import { withCall, withWord, type Edited } from './insert.ts';
import { texts } from './texts.ts';

interface Props {
  /** What it may name. */
  readonly figures: readonly { readonly id: string; readonly name: Labels }[];
  readonly label?: string;
  /** Whether what it may name is shown only when asked for: of forms with several formulas. */
  readonly folded?: boolean;
  /** Whether the metric has a target to speak of. */
  readonly hasTarget: boolean;
  readonly pointer: string;
  readonly value: string;
  readonly onChange: (formula: string) => void;
}

/** A formula to write, with what may be put into it, and its errors where they are. */
export function FormulaInput({
  figures,
  label: title,
  folded = false,
  hasTarget,
  pointer,
  value,
  onChange,
}: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const findingText = useFindingText();
  const findings = useEditing().findings.filter((issue) => issue.pointer === pointer);
  const field = useRef<HTMLTextAreaElement>(null);
  // As long as nobody was in the field, what is put in goes to the end.
  const visited = useRef(false);
  const [wanted, setWanted] = useState<Edited>();
  // Only once the field has the text that the selection is of.
  useLayoutEffect(() => {
    if (wanted === undefined || field.current === null) return;
    field.current.focus();
    field.current.setSelectionRange(wanted.from, wanted.to);
  }, [wanted]);
  const edit = (edited: Edited) => {
    onChange(edited.text);
    setWanted(edited);
  };
  const inserted = (make: (from: number, to: number) => Edited) => {
    const end = value.length;
    const { selectionStart, selectionEnd } = field.current!;
    edit(visited.current ? make(selectionStart, selectionEnd) : make(end, end));
  };
  return (
    <>
      <TextField
        label={title ?? t.formula}
        multiline
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={findings.length > 0}
        helperText={findings.length === 0 ? t.hint : findings.map(findingText).join(' ')}
        inputRef={field}
        slotProps={{
          htmlInput: {
            'data-pointer': pointer,
            autoComplete: 'off',
            spellCheck: false,
            style: { fontFamily: 'monospace' },
            onFocus: () => {
              visited.current = true;
            },
          },
        }}
      />
      <FormulaPlaces
        formula={value}
        findings={findings}
        onChoose={(start, end) => setWanted({ text: value, from: start, to: end })}
      />
      <Box component="details" open={!folded} sx={{ minWidth: 0 }}>
        <Typography component="summary" sx={{ cursor: 'pointer', py: 0.5, width: 'fit-content' }}>
          {t.measures}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
          {[
            ...figures.map(({ id, name }) => ({ id, name: label(name) })),
            ...(hasTarget ? [{ id: 'target', name: t.target }] : []),
          ].map(({ id, name }) => (
            <Chip
              key={id}
              label={name}
              title={id}
              aria-label={fill(t.insert, { measure: name })}
              onClick={() => inserted((from, to) => withWord(value, from, to, id))}
            />
          ))}
        </Box>
      </Box>
      <FormulaHelp
        onInsert={(name, least) => inserted((from, to) => withCall(value, from, to, name, least))}
      />
    </>
  );
}
