import { Alert, Box, Button, Card, CardContent, Typography } from '@mui/material';
import { useState } from 'react';
import { canonical } from '../../engine/index.ts';
import { fill } from '../../locales/index.ts';
import type { Statement } from '../../schemas/index.ts';
import { download } from '../shared/download.ts';
import { useTexts } from '../texts/use-texts.ts';
import { recompute, type Recomputed } from './recompute.ts';
import { Section } from '../shared/section.tsx';
import { StepsTable } from './steps-table.tsx';
import { texts } from './texts.ts';

/** Works the statement out again in the reader's own browser, and gives the receipt away for any other way to check it. */
export function RecomputePanel({ statement }: { readonly statement: Statement }) {
  const t = useTexts(texts);
  // Of the very document it was made from: another statement, and it says nothing.
  const [done, setDone] = useState<{ readonly of: Statement; readonly result: Recomputed | undefined }>();
  const { receipt, receiptHash, run } = statement;
  const compute = () => {
    try {
      setDone({ of: statement, result: recompute(statement) });
    } catch {
      // A model that a later engine wrote and this one cannot compile.
      setDone({ of: statement, result: undefined });
    }
  };
  return (
    <Box className="no-print">
      <Section title={t.recompute} note={t.recomputeHint}>
        <Card variant="outlined">
          <CardContent sx={{ display: 'grid', gap: 1.5 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              <Button variant="contained" onClick={compute}>
                {t.recomputeNow}
              </Button>
              <Button
                variant="outlined"
                onClick={() =>
                  download(`receipt-${run}-${receipt.subject}.json`, 'application/json', canonical(receipt))
                }
              >
                {t.download}
              </Button>
            </Box>
            <Box component="output">{done?.of === statement && <Verdict result={done.result} />}</Box>
            <Hash title={t.receiptHash} hash={receiptHash} />
            <Hash title={t.modelHash} hash={receipt.model} />
            <StepsTable entries={receipt.entries} />
          </CardContent>
        </Card>
      </Section>
    </Box>
  );
}

function Verdict({ result }: { readonly result: Recomputed | undefined }) {
  const t = useTexts(texts);
  if (result === undefined) return <Alert severity="error">{t.cannotRecompute}</Alert>;
  const { same, steps, hash, differs } = result;
  if (!same) {
    return (
      <Alert severity="error">
        {differs === undefined ? t.differsHash : fill(t.differs, { step: differs })}
      </Alert>
    );
  }
  return (
    <Alert severity="success">
      {fill(t.same, { steps })}
      <Box component="code" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
        {hash}
      </Box>
    </Alert>
  );
}

function Hash({ title, hash }: { readonly title: string; readonly hash: string }) {
  return (
    <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      {title}
      {useTexts(texts).colon}
      <code>{hash}</code>
    </Typography>
  );
}
