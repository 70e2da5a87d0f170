import { Alert, AlertTitle, Button, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { fill } from '../../../locales/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { rulesAbout } from './rules-about.ts';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  readonly at: number;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** Asks before a metric is removed, and says what that leaves to do. */
export function RemoveMetric({ document, at, onKeep, onRemove }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const metric = document.metrics[at]!;
  const rules = rulesAbout(document, metric.id).map(label);
  const last = document.metrics.length === 1;
  return (
    <Alert severity="warning" role="alert">
      <AlertTitle component="h2">{fill(t.removeTitle, { metric: label(metric.name) })}</AlertTitle>
      <Typography>{last ? t.removeLast : fill(t.removeText, { weight: metric.weight })}</Typography>
      {rules.length > 0 && <Typography>{fill(t.removeRules, { rules: rules.join('; ') })}</Typography>}
      <Button ref={keep} onClick={onKeep}>
        {t.removeNot}
      </Button>
      <Button color="error" disabled={last} onClick={onRemove}>
        {t.removeNow}
      </Button>
    </Alert>
  );
}
