import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { NewModelDialog } from './new-model-dialog.tsx';
import { texts } from './texts.ts';

/** Begins a model that is not there yet. */
export function NewModelButton() {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button startIcon={<AddIcon />} onClick={() => setOpen(true)}>
        {t.new}
      </Button>
      {open && <NewModelDialog onClose={() => setOpen(false)} />}
    </>
  );
}
