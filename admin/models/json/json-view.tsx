import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Alert, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { texts as modelTexts } from '../texts.ts';
import type { JsonPanelProps, Wanted } from './json-panel.tsx';
import { texts } from './texts.ts';

const JsonPanel = lazy(async () => {
  try {
    return { default: (await import('./json-panel.tsx')).JsonPanel };
  } catch {
    // Without a network the rest of the page goes on.
    return { default: NotLoaded };
  }
});

interface Props extends JsonPanelProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** The same document as JSON, for whoever reads it better so, and for what has no form. The editor comes when it is opened. */
export function JsonView({ open, onOpen, wanted, ...panel }: Props) {
  const t = useTexts(texts);
  const { json: title } = useTexts(modelTexts);
  // Opened by hand, it does not go again to where it was asked to go before.
  const [done, setDone] = useState<Wanted>();
  return (
    <Accordion
      expanded={open}
      onChange={(_, next) => {
        setDone(wanted);
        onOpen(next);
      }}
      slotProps={{ heading: { component: 'h2' }, transition: { timeout: 0, unmountOnExit: true } }}
    >
      <AccordionSummary expandIcon={<ExpandMoreIcon />}>
        <Typography component="span" variant="h2">
          {title}
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Suspense fallback={<Typography>{t.loading}</Typography>}>
          <JsonPanel {...panel} wanted={wanted === done ? undefined : wanted} />
        </Suspense>
      </AccordionDetails>
    </Accordion>
  );
}

function NotLoaded() {
  const t = useTexts(texts);
  return <Alert severity="error">{t.failed}</Alert>;
}
