import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { RunView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { resultsAddress } from './distribution-props.ts';
import { LockForm } from './lock-form.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly run: RunView;
  readonly onClose: () => void;
  readonly onLocked: () => void;
}

/** Locking a run; where it cannot be locked, why, and where that is mended. */
export function LockDialog({ run, onClose, onLocked }: Props) {
  const t = useTexts(texts);
  const title = useId();
  const { period, certificates } = run.run;
  const disagreed = certificates.some(({ agreed }) => !agreed);
  const possible = run.held === 0 && !disagreed;
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title}>
        {fill(possible ? t.lockTitle : t.lockImpossible, { period: period.id })}
      </DialogTitle>
      {possible ? (
        <LockForm run={run} onClose={onClose} onLocked={onLocked} />
      ) : (
        <>
          <DialogContent sx={{ display: 'grid', gap: 2 }}>
            {run.held > 0 && <Alert severity="warning">{fill(t.lockHeld, { count: run.held })}</Alert>}
            {disagreed && <Alert severity="error">{t.lockDisagreed}</Alert>}
          </DialogContent>
          <DialogActions>
            {run.held > 0 && (
              <Button component={Link} to={resultsAddress(run.id, { status: 'held' })} onClick={onClose}>
                {t.toHeld}
              </Button>
            )}
            <Button variant="contained" onClick={onClose}>
              {t.close}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
