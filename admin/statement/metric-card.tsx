import { Alert, Box, Card, CardContent, Typography } from '@mui/material';
import { useId } from 'react';
import { fill } from '../../locales/index.ts';
import type { Statement } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { MetricBlock } from './metric-block.ts';
import { PointsBar } from './points-bar.tsx';
import { Sources } from './sources.tsx';
import { StepsTable } from './steps-table.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly block: MetricBlock;
  readonly statement: Statement;
}

/** One metric: actual against target, its arithmetic, its points, and what it was measured from. */
export function MetricCard({ block, statement }: Props) {
  const t = useTexts(texts);
  const heading = useId();
  const kinds = { value: t.lineValue, score: t.lineScore, weighted: t.lineWeighted };
  const steps = statement.receipt.entries.filter(({ id }) => id.startsWith(`${block.id}.`));
  return (
    <Card variant="outlined" component="section" aria-labelledby={heading}>
      <CardContent sx={{ display: 'grid', gap: 1.5 }}>
        <Box
          className="metric-head"
          sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 2 }}
        >
          <Typography id={heading} variant="h3">
            {block.name}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {block.group} · {fill(t.weight, { weight: block.weight })}
          </Typography>
        </Box>
        <Figures block={block} />
        {block.missing !== null && (
          <Alert severity="warning">
            <Box>{block.missing.because}</Box>
            <Box>{block.missing.consequence}</Box>
          </Alert>
        )}
        <PointsBar block={block} />
        <Box>
          <Typography variant="body2" color="text.secondary">
            {t.arithmetic}
          </Typography>
          <Box
            component="dl"
            sx={{ m: 0, display: 'grid', gridTemplateColumns: { sm: 'max-content 1fr' }, columnGap: 2 }}
          >
            {block.lines.map(({ kind, text, note }) => (
              <Box key={kind} sx={{ display: 'contents' }}>
                <Typography component="dt" variant="body2" color="text.secondary">
                  {kinds[kind]}
                </Typography>
                <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                  {text}
                  {note !== undefined && (
                    <Typography component="span" variant="body2" color="text.secondary" display="block">
                      {note}
                    </Typography>
                  )}
                </Typography>
              </Box>
            ))}
          </Box>
        </Box>
        <Sources block={block} statement={statement} />
        <StepsTable entries={steps} />
      </CardContent>
    </Card>
  );
}

function Figures({ block: { actual, target, score, part } }: { readonly block: MetricBlock }) {
  const t = useTexts(texts);
  const figures: readonly (readonly [string, string])[] = [
    [t.actual, actual ?? t.missing],
    ...(target === null ? [] : [[t.target, target] as const]),
    [t.score, score ?? t.missing],
    [t.part, part ?? t.noPoints],
  ];
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1, m: 0 }}>
      {figures.map(([term, figure]) => (
        <Box key={term}>
          <Typography component="dt" variant="body2" color="text.secondary">
            {term}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 600 }}>
            {figure}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
