import { Button, Typography } from '@mui/material';
import { DataTable, List, TopToolbar } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../api/use-can.ts';
import { fill } from '../../locales/index.ts';
import type { DatasetView } from '../../schemas/index.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { EditDatasetButton } from './dataset-form/edit-dataset-button.tsx';
import { texts } from './texts.ts';

/** All datasets, and when something was last imported into them. */
export function DatasetsList() {
  const t = useTexts(texts);
  const label = useLabel();
  const { instant } = useFormat();
  const can = useCan();
  const importButton = can('create', 'import') && (
    <Button variant="contained" component={Link} to="/imports/new">
      {t.importFile}
    </Button>
  );
  return (
    <>
      <PageHeading>{t.datasets}</PageHeading>
      <List
        title={t.datasets}
        exporter={false}
        pagination={false}
        perPage={1000}
        actions={
          <TopToolbar>
            <EditDatasetButton />
            {importButton}
          </TopToolbar>
        }
        empty={<EmptyState title={t.noDatasets} text={t.noDatasetsHint} />}
      >
        <Typography sx={{ p: 2 }}>{t.datasetsIntro}</Typography>
        <DataTable bulkActionButtons={false} rowClick="show">
          <DataTable.Col
            label={t.dataset}
            disableSort
            render={({ document }: DatasetView) => label(document.name)}
          />
          <DataTable.Col
            align="right"
            label={t.columns}
            disableSort
            render={({ document }: DatasetView) => document.columns.length}
          />
          <DataTable.Col
            align="right"
            label={t.imports}
            disableSort
            render={({ imports }: DatasetView) => imports}
          />
          <DataTable.Col
            label={t.lastImport}
            disableSort
            render={({ last }: DatasetView) => (last === null ? t.never : instant(last.at))}
          />
          <DataTable.Col
            label={t.rows}
            disableSort
            render={({ last }: DatasetView) => (last === null ? '' : fill(t.rowsOf, { ...last }))}
          />
        </DataTable>
      </List>
    </>
  );
}
