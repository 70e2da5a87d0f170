import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { HomeView } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { HomeCard } from './home-card.tsx';
import { texts } from './texts.ts';

/** A seller's own result, and where the others are. */
export function OwnCard({ own, run }: Pick<HomeView, 'own' | 'run'>) {
  const t = useTexts(texts);
  const label = useLabel();
  if (own === null) {
    return (
      <HomeCard title={t.ownResult}>
        <Typography>{run === null ? t.noOwn : t.noOwnInRun}</Typography>
        <Box>
          <Button component={Link} to="/statements" variant="outlined">
            {t.allOwn}
          </Button>
        </Box>
      </HomeCard>
    );
  }
  return (
    <HomeCard title={`${t.ownResult} · ${own.period}`}>
      <Typography sx={{ fontSize: '2.5rem', fontWeight: 600, lineHeight: 1.2 }}>
        {own.grade === null ? t.noGrade : label(own.grade)}
      </Typography>
      {own.composite !== null && <Typography>{fill(t.composite, { composite: own.composite })}</Typography>}
      {run?.state === 'open' && <Typography color="text.secondary">{t.provisional}</Typography>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button component={Link} to={`/statements/${encodeURIComponent(own.statement)}`} variant="contained">
          {t.openStatement}
        </Button>
        <Button component={Link} to="/statements" variant="outlined">
          {t.allOwn}
        </Button>
      </Box>
    </HomeCard>
  );
}
