import LockIcon from '@mui/icons-material/Lock';
import { Button } from '@mui/material';
import { useState } from 'react';
import type { RunView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { useTexts } from '../texts/use-texts.ts';
import { LockDialog } from './lock-dialog.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly run: RunView;
  readonly onLocked: () => void;
}

/** Locking, for who may, as long as the run is open. */
export function LockButton({ run, onLocked }: Props) {
  const t = useTexts(texts);
  const can = useCan();
  const [open, setOpen] = useState(false);
  if (!can('lock', 'run') || run.state !== 'open') return null;
  return (
    <>
      <Button variant="contained" startIcon={<LockIcon />} onClick={() => setOpen(true)}>
        {t.lock}
      </Button>
      {open && (
        <LockDialog
          run={run}
          onClose={() => setOpen(false)}
          onLocked={() => {
            setOpen(false);
            onLocked();
          }}
        />
      )}
    </>
  );
}
