import { Link as MuiLink, List, ListItem, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import type { Resource } from '../../engine/access/policy.ts';
import { useCan } from '../api/use-can.ts';
import { useTexts } from '../texts/use-texts.ts';
import { HomeCard } from './home-card.tsx';
import { texts } from './texts.ts';

const places = [
  { place: 'statements', resource: 'statement' },
  { place: 'models', resource: 'model' },
  { place: 'runs', resource: 'run' },
  { place: 'datasets', resource: 'dataset' },
  { place: 'people', resource: 'person' },
  { place: 'teams', resource: 'team' },
  { place: 'accounts', resource: 'account' },
  { place: 'audit', resource: 'audit' },
] as const satisfies readonly { readonly place: string; readonly resource: Resource }[];

/** Where the reader may go, and what is there. */
export function LinksCard() {
  const t = useTexts(texts);
  const can = useCan();
  return (
    <HomeCard title={t.places}>
      <List dense disablePadding>
        {places
          .filter(({ resource }) => can('read', resource))
          .map(({ place }) => (
            <ListItem key={place} disableGutters sx={{ display: 'block' }}>
              <MuiLink component={Link} to={`/${place}`} sx={{ display: 'inline-block', minHeight: 24 }}>
                {t[place]}
              </MuiLink>
              <Typography variant="body2" color="text.secondary">
                {t[`${place}Hint`]}
              </Typography>
            </ListItem>
          ))}
      </List>
    </HomeCard>
  );
}
