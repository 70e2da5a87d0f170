import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { fill } from '../../locales/index.ts';
import type { Statement } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { MetricBlock } from './metric-block.ts';
import { SourceRowsTable } from './source-rows-table.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly block: Pick<MetricBlock, 'sources'>;
  readonly statement: Statement;
}

/** The figures a metric is made from; the records behind each on demand. */
export function Sources({ block: { sources }, statement }: Props) {
  const t = useTexts(texts);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setShown((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  if (sources.length === 0) return null;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="body2" color="text.secondary">
        {t.measured}
      </Typography>
      {sources.map(({ id, name, value, made, rows }) => (
        <Box key={id} className="source" sx={{ minWidth: 0 }}>
          <Typography variant="body2" component="span">
            {name}
            {t.colon}
            <strong>{value ?? t.missing}</strong>
          </Typography>
          {made !== undefined && <Typography variant="body2">{made}</Typography>}
          {rows !== undefined && (
            <Button
              className="no-print"
              size="small"
              sx={{ ml: 1 }}
              aria-expanded={shown.has(id)}
              onClick={() => toggle(id)}
            >
              {fill(shown.has(id) ? t.hideRows : t.showRows, { name })}
            </Button>
          )}
          {rows !== undefined && shown.has(id) && (
            <SourceRowsTable statement={statement} measure={id} name={name} aggregate={rows} />
          )}
        </Box>
      ))}
    </Box>
  );
}
