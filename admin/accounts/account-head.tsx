import { Box, Link as MuiLink, Typography } from '@mui/material';
import { Title } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import { useCan } from '../api/use-can.ts';
import { useMe } from '../api/use-me.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { AccountProps } from './account-props.ts';
import { StateChip } from './state-chip.tsx';
import { texts } from './texts.ts';

/** Whose account it is, how it stands, and where its history is. */
export function AccountHead({ account, name }: AccountProps) {
  const t = useTexts(texts);
  const me = useMe();
  const can = useCan();
  const { id, identifiers, active, hasPassword } = account;
  const history = JSON.stringify({ resource: 'account', record: id });
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Title title={name} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
          {id === me?.person ? fill(t.you, { name }) : name}
        </Typography>
        <StateChip active={active} />
      </Box>
      <Typography color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
        {[
          fill(t.labelled, { label: t.identifier, value: identifiers.join(t.between) }),
          fill(t.labelled, { label: t.password, value: hasPassword ? t.hasPassword : t.noPassword }),
        ].join(' · ')}
      </Typography>
      {can('read', 'audit') && (
        <Box>
          <MuiLink component={Link} to={`/audit?filter=${encodeURIComponent(history)}`}>
            {t.showLog}
          </MuiLink>
        </Box>
      )}
    </Box>
  );
}
