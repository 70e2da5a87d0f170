import { Button, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { HomeView } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { HomeCard } from './home-card.tsx';
import { texts } from './texts.ts';

/** A seller's own result. */
export function OwnCard({ own }: Pick<HomeView, 'own'>) {
  const t = useTexts(texts);
  const label = useLabel();
  if (own === null) return <HomeCard title={t.ownResult}>{t.noOwn}</HomeCard>;
  return (
    <HomeCard title={`${t.ownResult} · ${own.period}`}>
      <Typography sx={{ fontSize: '2.5rem', fontWeight: 600 }}>
        {own.grade === null ? t.noGrade : label(own.grade)}
      </Typography>
      {own.composite !== null && <Typography>{fill(t.composite, { composite: own.composite })}</Typography>}
      <Button component={Link} to={`/statements/${encodeURIComponent(own.statement)}`} variant="contained">
        {t.openStatement}
      </Button>
    </HomeCard>
  );
}
