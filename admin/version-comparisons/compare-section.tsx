import { Box, Link as MuiLink, List, ListItem, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { ModelVersionView, VersionComparisonView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { texts as modelTexts } from '../models/texts.ts';
import { Section } from '../shared/section.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { MakeComparison } from './make-comparison.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly version: ModelVersionView;
  /** All of the model. */
  readonly versions: readonly ModelVersionView[];
}

/** The comparisons of a version that were made, and making another. */
export function CompareSection({ version, versions }: Props) {
  const t = useTexts(texts);
  const m = useTexts(modelTexts);
  const can = useCan();
  const navigate = useNavigate();
  const { instant } = useFormat();
  const others = versions.filter(({ id }) => id !== version.id);
  const usual = others.find((other) => other.version === version.basedOn) ?? others[0];
  const [chosen, setChosen] = useState<string>();
  const before = chosen ?? usual?.id ?? '';
  const mayRead = can('read', 'comparison');
  const { data: made = [] } = useGetList<VersionComparisonView>(
    'version-comparisons',
    {
      filter: { after: version.id },
      sort: { field: 'at', order: 'DESC' },
      pagination: { page: 1, perPage: 10 },
    },
    { enabled: mayRead },
  );
  if (!mayRead) return null;
  const numberOf = (id: string | undefined) => id?.slice(id.lastIndexOf('@') + 1) ?? '–';
  return (
    <Section title={t.compare} note={t.compareHint}>
      {made.length > 0 && (
        <List dense disablePadding>
          {made.map((one) => (
            <ListItem key={one.id} disableGutters>
              <MuiLink component={Link} to={`/version-comparisons/${one.id}`}>
                {numberOf(one.before?.version)} → {numberOf(one.after.version)} · {one.periods.join(', ')} ·{' '}
                {instant(one.at)} · {t.moved} {one.moved}/{one.subjects}
              </MuiLink>
            </ListItem>
          ))}
        </List>
      )}
      {can('create', 'comparison') && (
        <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
          <TextField
            select
            label={t.with}
            value={before}
            onChange={(event) => setChosen(event.target.value)}
            sx={{ width: 260, maxWidth: '100%' }}
          >
            {others.length === 0 && <MenuItem value="">{t.none}</MenuItem>}
            {others.map((other) => (
              <MenuItem key={other.id} value={other.id}>
                {fill(t.versionShort, { version: other.version, state: m[`state_${other.state}`] })}
              </MenuItem>
            ))}
          </TextField>
          <MakeComparison
            before={before === '' ? null : before}
            after={version.id}
            cadence={version.document.cadence}
            label={t.start}
            onMade={(id) => void navigate(`/version-comparisons/${id}`)}
          />
        </Box>
      )}
    </Section>
  );
}
