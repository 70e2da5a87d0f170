import { Button } from '@mui/material';
import { DataTable, List, SearchInput, TopToolbar } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../api/use-can.ts';
import type { PersonView } from '../../schemas/index.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';
import { useStages } from './use-stages.ts';

/** Everybody the reader may see, with where they are today. */
export function PeopleList() {
  const t = useTexts(texts);
  const can = useCan();
  const { name: stageName } = useStages();
  const importRoster = can('create', 'import') && (
    <Button variant="contained" component={Link} to="/imports/new?dataset=roster">
      {t.importRoster}
    </Button>
  );
  return (
    <>
      <PageHeading>{t.people}</PageHeading>
      <List
        title={t.people}
        exporter={false}
        sort={{ field: 'name', order: 'ASC' }}
        filters={[
          <SearchInput
            key="q"
            source="q"
            alwaysOn
            placeholder={t.search}
            slotProps={{ htmlInput: { 'aria-label': t.search } }}
          />,
        ]}
        actions={<TopToolbar>{importRoster}</TopToolbar>}
        empty={<EmptyState title={t.noPeople} text={t.noPeopleHint} action={importRoster} />}
      >
        <DataTable bulkActionButtons={false} rowClick={can('update', 'person') ? 'edit' : false}>
          <DataTable.Col
            source="name"
            label={t.name}
            render={({ name }: PersonView) => name ?? t.nameErased}
          />
          <DataTable.Col
            label={t.identifiers}
            disableSort
            render={({ identifiers }: PersonView) => identifiers.join(', ')}
          />
          <DataTable.Col source="team" label={t.team} disableSort />
          <DataTable.Col source="role" label={t.role} disableSort />
          <DataTable.Col label={t.stage} disableSort render={({ stage }: PersonView) => stageName(stage)} />
        </DataTable>
      </List>
    </>
  );
}
