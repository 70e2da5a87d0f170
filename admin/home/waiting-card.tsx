import { Link as MuiLink, List, ListItem, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { HomeView, WaitingItem } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { HomeCard } from './home-card.tsx';
import { texts } from './texts.ts';

/** What waits for the reader, each leading to where it is done. */
export function WaitingCard({ home }: { readonly home: HomeView }) {
  const t = useTexts(texts);
  const period = home.period?.id ?? '';
  return (
    <HomeCard title={t.waiting}>
      {home.waiting.length === 0 ? (
        <Typography>{t.nothingWaiting}</Typography>
      ) : (
        <List dense>
          {home.waiting.map((item) => (
            <ListItem key={item.kind} disableGutters>
              <MuiLink component={Link} to={placeOf(item)}>
                {fill(t[item.kind], { count: item.count, period })}
              </MuiLink>
            </ListItem>
          ))}
        </List>
      )}
    </HomeCard>
  );
}

function placeOf({ kind, record }: WaitingItem): string {
  switch (kind) {
    case 'draftToPublish':
      return `/models/${encodeURIComponent(record ?? '')}/show`;
    case 'runToLock':
    case 'heldResults':
      return `/runs/${encodeURIComponent(record ?? '')}`;
    case 'dataMissing':
      return `/imports/new?dataset=${encodeURIComponent(record ?? '')}`;
    case 'setUp':
      return '/imports/new';
  }
}
