import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { reachOf } from '../../engine/access/can.ts';
import { fill } from '../../locales/index.ts';
import type { HomeView, RunView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { useMe } from '../api/use-me.ts';
import { resultsAddress } from '../runs/distribution-props.ts';
import { useRunModels } from '../runs/use-run-models.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { GradeBars } from './grade-bars.tsx';
import { HomeCard } from './home-card.tsx';
import { texts } from './texts.ts';

/** The last run of the period, how its grades are distributed as far as the reader may see, and what to do next. */
export function RunCard({ home }: { readonly home: HomeView }) {
  const t = useTexts(texts);
  const can = useCan();
  const { run, period } = home;
  const start = period !== null && can('create', 'run') && run?.state !== 'locked' && (
    <Button
      component={Link}
      to={`/runs/new?${new URLSearchParams({ period: period.id }).toString()}`}
      variant={run === null ? 'contained' : 'outlined'}
    >
      {run === null ? t.startRun : t.startAgain}
    </Button>
  );
  return (
    <HomeCard title={t.lastRun}>
      {run === null ? (
        <Typography>{can('create', 'run') ? t.noRun : t.noRunYet}</Typography>
      ) : (
        <LastRun run={run} home={home} />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {run !== null && (
          <>
            <Button component={Link} to={`/runs/${encodeURIComponent(run.id)}`} variant="contained">
              {t.openRun}
            </Button>
            <Button
              component={Link}
              to={`/statements?${new URLSearchParams({ run: run.id }).toString()}`}
              variant="outlined"
            >
              {t.toStatements}
            </Button>
          </>
        )}
        {start}
      </Box>
    </HomeCard>
  );
}

function LastRun({ run, home: { distribution } }: { readonly run: RunView; readonly home: HomeView }) {
  const t = useTexts(texts);
  const me = useMe();
  const { instant, number } = useFormat();
  const models = useRunModels(run.models);
  const ofTeam = reachOf(me, 'read', 'result')?.scope === 'team';
  return (
    <>
      <Typography>
        {run.run.period.id} · {fill(t.judged, { count: number(run.run.subjects) })} · {t[run.state]}
        {run.startedAt !== null && ` · ${fill(t.startedAt, { at: instant(run.startedAt) })}`}
      </Typography>
      {run.held > 0 && !ofTeam && (
        <Typography>
          <MuiLink component={Link} to={resultsAddress(run.id, { status: 'held' })}>
            {fill(t.heldResults, { count: number(run.held) })}
          </MuiLink>
        </Typography>
      )}
      {distribution !== null && distribution.total > 0 && (
        <>
          {ofTeam && (
            <Typography variant="body2" color="text.secondary">
              {t.ofYourTeam}
            </Typography>
          )}
          <GradeBars distribution={distribution} models={models} />
        </>
      )}
    </>
  );
}
