import { Autocomplete, Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { Title } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { HomeView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { isPeriodId } from './is-period-id.ts';
import { JobWatch } from './job-watch.tsx';
import { PreflightPanel } from './preflight-panel.tsx';
import { texts } from './texts.ts';
import { useLoaded } from '../shared/use-loaded.ts';

/** A new run: choose the period, see what it would be made from, start it, watch it. Period and job stand in the address. */
export function NewRun() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const periods = usePeriods();
  const [typed, setTyped] = useState<string>();
  const job = search.get('job');
  const period = search.get('period') ?? periods?.[0] ?? '';
  const text = typed ?? period;
  const choose = (id: string) => {
    setTyped(id);
    if (isPeriodId(id)) setSearch({ period: id }, { replace: true });
  };
  return (
    <Box sx={{ maxWidth: 960, display: 'grid', gap: 2, minWidth: 0, pt: 2 }}>
      <Title title={t.newRun} />
      <Typography variant="h1">{t.newRun}</Typography>
      {job !== null && (
        <Box sx={{ display: 'grid', gap: 1 }}>
          <Typography variant="h2">{t.running}</Typography>
          <JobWatch
            key={job}
            id={job}
            template={t.runProgress}
            onDone={({ made }) =>
              made !== null && void navigate(`/runs/${encodeURIComponent(made)}`, { replace: true })
            }
            failedTitle={t.runFailed}
            hint={t.mayLeave}
            action={
              <Button color="inherit" onClick={() => setSearch({ period })}>
                {t.again}
              </Button>
            }
          />
        </Box>
      )}
      {job === null && (
        <>
          <Autocomplete
            freeSolo
            sx={{ maxWidth: 320 }}
            options={periods ?? []}
            // All of them are choices, whatever stands in the field.
            filterOptions={(options) => options}
            inputValue={text}
            onInputChange={(_, value, reason) => reason !== 'reset' && choose(value.trim())}
            onChange={(_, value) => value !== null && choose(value)}
            renderInput={(params) => (
              <TextField
                {...params}
                label={t.choosePeriod}
                error={text !== '' && !isPeriodId(text)}
                helperText={text !== '' && !isPeriodId(text) ? t.periodWrong : t.periodHint}
              />
            )}
          />
          {isPeriodId(text) && (
            <PreflightPanel
              key={text}
              period={text}
              onStarted={(started) => setSearch({ period: text, job: started }, { replace: true })}
            />
          )}
        </>
      )}
    </Box>
  );
}

/** The periods to choose from, the last that has ended first; undefined as long as they are not known. */
function usePeriods(): readonly string[] | undefined {
  const { body, failed } = useLoaded<HomeView>('/home');
  // Without the list a period can still be written.
  if (body === undefined) return failed === undefined ? undefined : [];
  const first = body.period === null ? [] : [body.period.id];
  return [...new Set([...first, ...body.periods])];
}
