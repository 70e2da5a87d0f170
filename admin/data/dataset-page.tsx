import { Box, Button, Card, CardContent, Typography } from '@mui/material';
import { Show, useRecordContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../api/use-can.ts';
import type { DatasetView } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { EditDatasetButton } from './dataset-form/edit-dataset-button.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { recordsAddress } from './done-step.tsx';
import { ImportHistory } from './import-history.tsx';
import { templateAddress } from './template.ts';
import { texts } from './texts.ts';

/** A dataset: what a file for it looks like, and what came in so far. */
export function DatasetPage() {
  const t = useTexts(texts);
  return (
    <Show title={t.dataset} actions={false}>
      <DatasetBody />
    </Show>
  );
}

function DatasetBody() {
  const t = useTexts(texts);
  const label = useLabel();
  const language = useLanguage();
  const can = useCan();
  const dataset = useRecordContext<DatasetView>();
  if (dataset === undefined) return null;
  const { document } = dataset;
  return (
    <Card>
      <CardContent sx={{ display: 'grid', gap: 3 }}>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography variant="h1" sx={{ flexGrow: 1 }}>
            {label(document.name)}
          </Typography>
          <Button href={templateAddress(document, language)} download={`${document.id}.csv`}>
            {t.template}
          </Button>
          <Button component={Link} to={recordsAddress(document.id)}>
            {t.seeRecords}
          </Button>
          <EditDatasetButton dataset={dataset} />
          {can('create', 'import') && (
            <Button variant="contained" component={Link} to={`/imports/new?dataset=${document.id}`}>
              {t.importFile}
            </Button>
          )}
        </Box>
        <ColumnsTable dataset={document} />
        <ImportHistory dataset={document.id} />
      </CardContent>
    </Card>
  );
}
