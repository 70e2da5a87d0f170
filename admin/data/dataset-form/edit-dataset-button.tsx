import { Button } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useRefresh } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useCan } from '../../api/use-can.ts';
import type { DatasetView } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { texts } from './texts.ts';

// The form is large, and needed by who edits only.
const DatasetDialog = lazy(async () => ({ default: (await import('./dataset-dialog.tsx')).DatasetDialog }));

/** Makes a dataset, or changes one. */
export function EditDatasetButton({ dataset }: { readonly dataset?: DatasetView }) {
  const t = useTexts(texts);
  const can = useCan();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  if (!can(dataset === undefined ? 'create' : 'update', 'dataset')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{dataset === undefined ? t.newDataset : t.changeDataset}</Button>
      {open && (
        <Suspense>
          <DatasetDialog
            dataset={dataset}
            onClose={() => setOpen(false)}
            onSaved={({ id }) => {
              setOpen(false);
              refresh();
              if (dataset === undefined) void navigate(`/datasets/${encodeURIComponent(id)}/show`);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
