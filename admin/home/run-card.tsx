import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { useCan } from '../api/use-can.ts';
import { fill } from '../../locales/index.ts';
import type { HomeView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { GradeBars } from './grade-bars.tsx';
import { HomeCard } from './home-card.tsx';
import { texts } from './texts.ts';

/** The last run of the period, and how its grades are distributed. */
export function RunCard({ home }: { readonly home: HomeView }) {
  const t = useTexts(texts);
  const can = useCan();
  const { run, distribution } = home;
  return (
    <HomeCard title={t.lastRun}>
      {run === null ? (
        <Typography>{t.noRun}</Typography>
      ) : (
        <Typography>
          {run.run.period.id} · {fill(t.people, { count: run.run.subjects })} ·{' '}
          {run.state === 'locked' ? t.locked : t.open}
        </Typography>
      )}
      {distribution !== null && run !== null && <GradeBars distribution={distribution} />}
      <Box sx={{ display: 'flex', gap: 1 }}>
        {run !== null && (
          <Button component={Link} to={`/runs/${run.id}`} variant="contained">
            {t.openRun}
          </Button>
        )}
        {can('create', 'run') && (
          <Button component={Link} to="/runs/new" variant={run === null ? 'contained' : 'outlined'}>
            {t.startRun}
          </Button>
        )}
      </Box>
    </HomeCard>
  );
}
