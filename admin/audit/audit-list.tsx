import { Box, Link as MuiLink, Typography } from '@mui/material';
import { DataTable, List } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { AuditEntryView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { narrow, scrolling } from '../shared/list-styles.ts';
import { useListErrors } from '../shared/use-list-errors.ts';
import { useTexts } from '../texts/use-texts.ts';
import { AuditHead } from './audit-head.tsx';
import { EntryDetails } from './entry-details.tsx';
import { OpenEntry } from './open-entry.tsx';
import { addressOf } from './record-address.ts';
import { texts } from './texts.ts';
import { useCompanyTime } from './use-company-time.ts';
import { useFilters } from './use-filters.tsx';
import { useNames } from './use-names.ts';

/** Every change, the newest first; a row opens what exactly was changed. Filters stand in the address. */
export function AuditList() {
  const t = useTexts(texts);
  const queryOptions = useListErrors();
  const { zone, instant } = useCompanyTime();
  const names = useNames();
  const filters = useFilters();
  return (
    <Box sx={{ pt: 2, minWidth: 0, display: 'grid', gap: 1 }}>
      <Typography variant="h1">{t.audit}</Typography>
      <Typography sx={{ maxWidth: 720 }}>
        {t.intro} {fill(t.times, { zone })}
      </Typography>
      <List
        title={t.audit}
        exporter={false}
        sort={{ field: 'at', order: 'DESC' }}
        storeKey={false}
        queryOptions={queryOptions}
        actions={false}
        filters={filters}
        perPage={25}
        empty={<EmptyState title={t.empty} text={t.emptyHint} />}
        sx={narrow}
      >
        <DataTable
          bulkActionButtons={false}
          rowClick="expand"
          expand={<EntryDetails names={names} />}
          head={AuditHead}
          empty={<Typography sx={{ p: 2 }}>{t.noneFound}</Typography>}
          sx={scrolling}
        >
          <DataTable.Col source="at" label={t.when} render={({ at }: AuditEntryView) => instant(at)} />
          <DataTable.Col
            label={t.who}
            disableSort
            render={({ by }: AuditEntryView) => (by === null ? t.program : (by.name ?? t.nameErased))}
          />
          <DataTable.Col
            label={t.what}
            disableSort
            render={(entry: AuditEntryView) => <OpenEntry entry={entry} />}
          />
          <DataTable.Col
            label={t.about}
            disableSort
            render={(entry: AuditEntryView) => <Thing entry={entry} name={names.thing(entry)} />}
          />
          <DataTable.Col
            label={t.why}
            disableSort
            render={({ reason }: AuditEntryView) => (
              <Box sx={{ minWidth: 160, maxWidth: 320, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
                {reason}
              </Box>
            )}
          />
          <DataTable.Col
            label={t.request}
            disableSort
            render={({ request }: AuditEntryView) => <code title={request}>{request.slice(0, 8)}</code>}
          />
        </DataTable>
      </List>
    </Box>
  );
}

function Thing({ entry, name }: { readonly entry: AuditEntryView; readonly name: string }) {
  const can = useCan();
  const address = addressOf(entry);
  const broken = { display: 'block', minWidth: 140, maxWidth: 280, whiteSpace: 'normal' } as const;
  if (address === undefined || !can('read', address.needs)) return <Box sx={broken}>{name}</Box>;
  return (
    <MuiLink component={Link} to={address.to} onClick={(event) => event.stopPropagation()} sx={broken}>
      {name}
    </MuiLink>
  );
}
