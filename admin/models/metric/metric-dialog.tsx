import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { useId, useMemo, useRef, useState } from 'react';
import { fill } from '../../../locales/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { Section } from '../../shared/section.tsx';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { withValueAt } from '../document/pointer.ts';
import { useEditing } from '../editing/editing-context.ts';
import { focusField } from '../editing/pointer-fields.ts';
import { useFindingText } from '../findings/use-finding-text.ts';
import { FormulaFields } from './formula-fields.tsx';
import { GeneralFields } from './general-fields.tsx';
import { PreviewChart, PreviewTable } from './preview-view.tsx';
import { previewOf } from './preview.ts';
import { RemoveMetric } from './remove-metric.tsx';
import { ScoringFields } from './scoring-fields.tsx';
import { TargetFields } from './target-fields.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  /** Place of the metric in the model. */
  readonly at: number;
  /** The field to begin with. */
  readonly pointer: string;
  readonly onChange: (document: Model) => void;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** All that a metric says, by form. */
export function MetricDialog({ document, at, pointer, onChange, onClose, onRemoved }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const title = useId();
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const content = useRef<HTMLDivElement>(null);
  const [removing, setRemoving] = useState(false);
  const metric = document.metrics[at];
  const preview = useMemo(() => metric && previewOf(metric, document.stage), [metric, document.stage]);
  if (metric === undefined) return null;
  const set = (inner: string, value: unknown) =>
    onChange(withValueAt(document, `/metrics/${at}${inner}`, value));
  const fields = { document, at, metric, set };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      fullScreen={narrow}
      onClose={onClose}
      aria-labelledby={title}
      slotProps={{
        transition: {
          timeout: 0,
          onEntered: () => {
            if (content.current !== null) focusField(content.current, pointer);
          },
        },
      }}
    >
      <DialogTitle id={title}>{fill(t.title, { metric: label(metric.name) })}</DialogTitle>
      <DialogContent
        ref={content}
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: 'minmax(0, 1fr)',
          '& .MuiTextField-root': { mt: 0.5 },
        }}
      >
        <Typography variant="body2">{t.kept}</Typography>
        <MetricFindings at={at} onChoose={(where) => focusField(content.current!, where)} />
        <Section title={t.names}>
          <GeneralFields {...fields} />
        </Section>
        <Section title={t.result}>
          <FormulaFields {...fields} />
        </Section>
        <Section title={t.target}>
          <TargetFields {...fields} />
        </Section>
        <Section title={t.scoring}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
            <Box sx={{ display: 'grid', gap: 1.5, flex: '1 1 340px', minWidth: 0 }}>
              <ScoringFields {...fields} />
            </Box>
            <PreviewChart preview={preview} />
          </Box>
        </Section>
        <Section title={t.preview}>
          <PreviewTable preview={preview} />
        </Section>
        {removing && (
          <RemoveMetric
            document={document}
            at={at}
            onKeep={() => setRemoving(false)}
            onRemove={() => {
              onClose();
              onRemoved();
              onChange(withValueAt(document, `/metrics/${at}`, undefined));
            }}
          />
        )}
      </DialogContent>
      <DialogActions>
        {!removing && (
          <Button color="error" onClick={() => setRemoving(true)} sx={{ mr: 'auto' }}>
            {t.remove_metric}
          </Button>
        )}
        <Button variant="contained" onClick={onClose}>
          {t.done}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function MetricFindings({
  at,
  onChoose,
}: {
  readonly at: number;
  readonly onChoose: (pointer: string) => void;
}) {
  const t = useTexts(texts);
  const findingText = useFindingText();
  const { findings } = useEditing();
  const own = findings.filter(({ pointer }) => pointer?.startsWith(`/metrics/${at}/`) === true);
  if (own.length === 0) return null;
  return (
    <Alert severity="error">
      {t.findings}
      {own.map((issue, index) => (
        <div key={index}>
          <Button
            color="inherit"
            onClick={() => onChoose(issue.pointer ?? '')}
            sx={{ textAlign: 'left', textDecoration: 'underline', p: 0.25 }}
          >
            {findingText(issue)}
          </Button>
        </div>
      ))}
    </Alert>
  );
}
