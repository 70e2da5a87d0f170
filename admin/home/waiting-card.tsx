import { Link as MuiLink, List, ListItem, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { HomeView, WaitingItem } from '../../schemas/index.ts';
import { resultsAddress } from '../runs/distribution-props.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { HomeCard } from './home-card.tsx';
import { texts } from './texts.ts';

/** What waits for the reader, each leading to where it is done. */
export function WaitingCard({ home }: { readonly home: HomeView }) {
  const t = useTexts(texts);
  const { number } = useFormat();
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
                {fill(t[item.kind], { count: number(item.count), period })}
              </MuiLink>
            </ListItem>
          ))}
        </List>
      )}
    </HomeCard>
  );
}

function placeOf({ kind, record, count }: WaitingItem): string {
  const id = record ?? '';
  switch (kind) {
    case 'versionToApprove':
    case 'versionToPublish':
    case 'versionToHear':
    case 'reviewDue':
      return count === 1 ? `/models/${encodeURIComponent(id)}/show` : '/models';
    case 'runToLock':
      return `/runs/${encodeURIComponent(id)}`;
    case 'heldResults':
      return resultsAddress(id, { status: 'held' });
    case 'dataMissing':
      return `/imports/new?${new URLSearchParams({ dataset: id }).toString()}`;
    case 'setUp':
      return '/imports/new';
  }
}
