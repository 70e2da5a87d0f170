import RemoveIcon from '@mui/icons-material/DeleteOutline';
import { Box, Button, TextField, Typography } from '@mui/material';
import { fill } from '../../../locales/index.ts';
import type { ActionParams as Params } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly params: Params;
  readonly onChange: (params: Params) => void;
}

/** The details of an action, a name and a value each: a figure, yes or no, or a text. */
export function ActionParams({ params, onChange }: Props) {
  const t = useTexts(texts);
  const entries = Object.entries(params);
  const set = (next: readonly (readonly [string, Params[string]])[]) => onChange(Object.fromEntries(next));
  const free = () => {
    for (let number = entries.length + 1; ; number += 1)
      if (!Object.hasOwn(params, `detail_${number}`)) return `detail_${number}`;
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Typography variant="h3">{t.params}</Typography>
      {entries.map(([name, value], at) => (
        <Box key={at} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <TextField
            size="small"
            label={fill(t.paramName, { number: at + 1 })}
            value={name}
            onChange={(event) => set(entries.with(at, [event.target.value, value]))}
          />
          <TextField
            size="small"
            label={fill(t.paramValue, { number: at + 1 })}
            value={String(value)}
            onChange={(event) => set(entries.with(at, [name, valueOf(event.target.value)]))}
          />
          <Button
            size="small"
            aria-label={fill(t.removeParam, { number: at + 1 })}
            onClick={() => set(entries.toSpliced(at, 1))}
          >
            <RemoveIcon fontSize="small" />
          </Button>
        </Box>
      ))}
      <Button size="small" onClick={() => set([...entries, [free(), '']])}>
        {t.addParam}
      </Button>
    </Box>
  );
}

/** What somebody typed, as what it says: a number or true or false where it is written as one. */
function valueOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return text.trim() !== '' && String(number) === text ? number : text;
}
