import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import type { Model } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { AddMetric } from './add-metric.tsx';
import { MetricDialog } from './metric-dialog.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  /** The metric whose form is open, or a field of it; undefined while none is. */
  readonly pointer: string | undefined;
  readonly onPointer: (pointer: string | undefined) => void;
  readonly onChange: (document: Model) => void;
}

/** The form of one metric, and adding one. */
export function MetricEditing({ document, pointer, onPointer, onChange }: Props) {
  const t = useTexts(texts);
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState(0);
  const addButton = useRef<HTMLButtonElement>(null);
  // What had the focus before is gone with the metric.
  useEffect(() => {
    if (removed > 0) addButton.current?.focus();
  }, [removed]);
  const at = Number(pointer?.split('/')[2] ?? -1);
  return (
    <>
      <Button
        ref={addButton}
        startIcon={<AddIcon />}
        variant="outlined"
        sx={{ mt: 1 }}
        onClick={() => setAdding(true)}
      >
        {t.add}
      </Button>
      {adding && (
        <AddMetric
          document={document}
          onClose={() => setAdding(false)}
          onAdd={(next) => {
            setAdding(false);
            onChange(next);
            onPointer(`/metrics/${next.metrics.length - 1}`);
          }}
        />
      )}
      {pointer !== undefined && document.metrics[at] !== undefined && (
        <MetricDialog
          key={at}
          document={document}
          at={at}
          pointer={pointer}
          onChange={onChange}
          onClose={() => onPointer(undefined)}
          onRemoved={() => setRemoved(removed + 1)}
        />
      )}
    </>
  );
}
