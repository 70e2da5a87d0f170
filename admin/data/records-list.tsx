import { Button, Typography } from '@mui/material';
import {
  DataTable,
  List,
  SearchInput,
  SelectInput,
  TopToolbar,
  useGetList,
  useListContext,
} from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../api/use-can.ts';
import type { ChoiceColumn, Dataset, DatasetView, RecordView } from '../../schemas/index.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CellText } from './cell-text.tsx';
import { texts } from './texts.ts';

/** The records of one dataset as they count now; the dataset and the filters stand in the address. */
export function RecordsList() {
  const t = useTexts(texts);
  const label = useLabel();
  const { data: datasets = [] } = useGetList<DatasetView>('datasets', {
    pagination: { page: 1, perPage: 1000 },
  });
  if (datasets.length === 0) return null;
  const choices = datasets.map(({ document }) => ({ id: document.id, name: label(document.name) }));
  const filters = [
    <SelectInput
      key="dataset"
      source="dataset"
      label={t.dataset}
      choices={choices}
      alwaysOn
      validate={() => undefined}
    />,
    <SearchInput
      key="q"
      source="q"
      placeholder={t.search}
      alwaysOn
      slotProps={{ htmlInput: { 'aria-label': t.search } }}
    />,
    <SelectInput key="values" source="values" label={t.columns} choices={choicesOf(datasets, label)} />,
  ];
  return (
    <>
      <PageHeading>{t.records}</PageHeading>
      <List
        title={t.records}
        exporter={false}
        filters={filters}
        filterDefaultValues={{ dataset: choices[0]!.id }}
        sort={{ field: 'key', order: 'ASC' }}
        actions={<RecordActions />}
        empty={false}
      >
        <RecordsTable datasets={datasets.map(({ document }) => document)} />
      </List>
    </>
  );
}

function RecordActions() {
  const t = useTexts(texts);
  const can = useCan();
  const { filterValues } = useListContext();
  const dataset = String(filterValues['dataset'] ?? '');
  return (
    <TopToolbar>
      {can('create', 'record') && dataset !== '' && (
        <Button component={Link} to={`/records/create?dataset=${encodeURIComponent(dataset)}`}>
          {t.addRecord}
        </Button>
      )}
      {can('create', 'import') && (
        <Button
          variant="contained"
          component={Link}
          to={`/imports/new?dataset=${encodeURIComponent(dataset)}`}
        >
          {t.importFile}
        </Button>
      )}
    </TopToolbar>
  );
}

function RecordsTable({ datasets }: { readonly datasets: readonly Dataset[] }) {
  const t = useTexts(texts);
  const label = useLabel();
  const can = useCan();
  const { filterValues } = useListContext();
  const dataset = datasets.find(({ id }) => id === filterValues['dataset']);
  if (dataset === undefined) return <Typography sx={{ p: 2 }}>{t.chooseDataset}</Typography>;
  return (
    <DataTable
      key={dataset.id}
      bulkActionButtons={false}
      rowClick={can('update', 'record') ? 'edit' : false}
      empty={<EmptyState title={t.noRecords} text={t.noRecordsHint} />}
    >
      {dataset.columns.map((column) => (
        <DataTable.Col
          key={column.id}
          source={`values.${column.id}`}
          label={label(column.name)}
          disableSort
          align={column.type === 'decimal' || column.type === 'integer' ? 'right' : 'left'}
          render={(record: RecordView) => <CellText record={record} column={column} />}
        />
      ))}
    </DataTable>
  );
}

/** Every choice of every choice column, as the filter writes it. */
function choicesOf(datasets: readonly DatasetView[], label: ReturnType<typeof useLabel>) {
  return datasets.flatMap(({ document }) =>
    document.columns
      .filter((column): column is ChoiceColumn => column.type === 'choice')
      .flatMap(({ id, name, choices }) =>
        choices.map((choice) => ({
          id: `${id}:${choice.value}`,
          name: `${label(document.name)} · ${label(name)}: ${choice.name === undefined ? choice.value : label(choice.name)}`,
        })),
      ),
  );
}
