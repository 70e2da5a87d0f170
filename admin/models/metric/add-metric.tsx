import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState, type FormEvent } from 'react';
import type { Model } from '../../../schemas/index.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { DialogForm } from '../fields/dialog-form.tsx';
import { idTrouble, newMetric } from './new-metric.ts';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  /** With the new metric as the last one. */
  readonly onAdd: (document: Model) => void;
  readonly onClose: () => void;
}

/** A new metric: of which measure, in which group. */
export function AddMetric({ document, onAdd, onClose }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const title = useId();
  const [measure, setMeasure] = useState(document.measures[0]!.id);
  const [group, setGroup] = useState(document.groups[0]!.id);
  const [typedId, setTypedId] = useState<string>();
  const metric = newMetric(document, measure, group);
  const id = typedId ?? metric.id;
  const trouble = idTrouble(document, id);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (trouble === undefined) onAdd({ ...document, metrics: [...document.metrics, { ...metric, id }] });
  };
  return (
    <Dialog open fullWidth onClose={onClose} aria-labelledby={title}>
      <DialogForm onSubmit={add}>
        <DialogTitle id={title}>{t.addTitle}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography>{t.addText}</Typography>
          <TextField
            select
            label={t.measure}
            value={measure}
            onChange={(event) => setMeasure(event.target.value)}
          >
            {document.measures.map((item) => (
              <MenuItem key={item.id} value={item.id}>
                {label(item.name)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select label={t.group} value={group} onChange={(event) => setGroup(event.target.value)}>
            {document.groups.map((item) => (
              <MenuItem key={item.id} value={item.id}>
                {label(item.name)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label={t.id}
            value={id}
            onChange={(event) => setTypedId(event.target.value)}
            error={trouble !== undefined}
            helperText={trouble === undefined ? t.idHint : trouble === 'form' ? t.idForm : t.idTaken}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="contained" disabled={trouble !== undefined}>
            {t.addNow}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  );
}
