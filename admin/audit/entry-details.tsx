import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { Link } from 'react-router-dom';
import type { AuditEntryView } from '../../schemas/index.ts';
import { useRoleNames } from '../accounts/use-role-names.ts';
import { useStages } from '../people/use-stages.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { changedFields } from './changed-fields.ts';
import { fieldTexts } from './field-texts.ts';
import { fieldName, fieldValue, type Words } from './field-words.ts';
import { ModelChanges } from './model-changes.tsx';
import { texts } from './texts.ts';
import type { Names } from './use-names.ts';

/** What one change changed, field by field, with why and by which request. */
export function EntryDetails({ names }: { readonly names: Names }) {
  const t = useTexts(texts);
  const entry = useRecordContext<AuditEntryView>();
  if (entry === undefined) return null;
  const { resource, record, before, after, reason, request } = entry;
  const history = encodeURIComponent(JSON.stringify({ resource, record }));
  return (
    // As wide as what can be seen of the table, which may be wider than the page.
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        py: 1,
        minWidth: 0,
        maxWidth: 'min(880px, calc(100vw - 64px))',
        whiteSpace: 'normal',
      }}
    >
      <Fields entry={entry} names={names} />
      {resource === 'model' && <ModelChanges before={before} after={after} />}
      {resource === 'person' && <Note>{t.namesNotKept}</Note>}
      {resource === 'record' && <Note>{t.valuesNotKept}</Note>}
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {t.why}: {reason ?? t.noReason}
        <br />
        {t.fullRequest}: <code>{request}</code>
        <br />
        <MuiLink component={Link} to={`/audit?filter=${history}`}>
          {t.history}
        </MuiLink>
      </Typography>
      <details>
        <summary>{t.asStored}</summary>
        <Box component="pre" tabIndex={0} sx={{ m: 0, maxHeight: 320, overflow: 'auto', fontSize: '0.8rem' }}>
          {JSON.stringify({ before, after }, null, 2)}
        </Box>
      </details>
    </Box>
  );
}

function Note({ children }: { readonly children: string }) {
  return (
    <Typography variant="body2" color="text.secondary">
      {children}
    </Typography>
  );
}

function Fields({ entry, names }: { readonly entry: AuditEntryView; readonly names: Names }) {
  const t = useTexts(texts);
  const words = useWords(names);
  const { resource, before, after } = entry;
  const fields = changedFields(before, after).filter(
    // A model's content has a comparison of its own.
    ({ path }) => !(resource === 'model' && path[0] === 'document'),
  );
  if (fields.length === 0)
    return resource === 'model' ? null : <Typography variant="body2">{t.noFields}</Typography>;
  return (
    <PlainTable
      title={t.changes}
      columns={[{ title: t.field }, { title: t.before }, { title: t.after }]}
      rows={fields.map((field) => ({
        key: field.path.join('/'),
        cells: [
          fieldName(field, words.t),
          fieldValue(field.path, field.before, words),
          fieldValue(field.path, field.after, words),
        ],
      }))}
    />
  );
}

function useWords({ dataset }: Names): Words {
  const t = useTexts(fieldTexts);
  const { grants } = useRoleNames();
  const { name: stage } = useStages();
  const { number } = useFormat();
  return { t, grants, stage, dataset, number };
}
