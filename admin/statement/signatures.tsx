import { Box, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { Statement } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** Lines to sign on; on paper only. */
export function Signatures({ statement: { run, receiptHash } }: { readonly statement: Statement }) {
  const t = useTexts(texts);
  return (
    <Box
      component="section"
      aria-label={t.signatures}
      sx={{ display: 'none', displayPrint: 'block', breakInside: 'avoid', pt: 3 }}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 4 }}>
        {[t.signPerson, t.signManager, t.signHr].map((who) => (
          <Box key={who}>
            <Box sx={{ height: 48, borderBottom: '1px solid #000' }} />
            <Typography variant="body2">{who}</Typography>
            <Typography variant="body2">{t.signDate}:</Typography>
          </Box>
        ))}
      </Box>
      <Typography variant="body2" sx={{ mt: 2, overflowWrap: 'anywhere' }}>
        {fill(t.printedFrom, { run, hash: receiptHash })}
      </Typography>
    </Box>
  );
}
