import { Autocomplete, Box, Button, Checkbox, FormControlLabel, TextField } from '@mui/material';
import { useState } from 'react';
import { fill } from '../../locales/index.ts';
import { periodOf } from '../../engine/period/period.ts';
import type { Cadence, JobView } from '../../schemas/index.ts';
import { api } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { startChoices } from '../models/periods/periods.ts';
import { texts as modelTexts } from '../models/texts.ts';
import { JobWatch } from '../runs/job-watch.tsx';
import { FailedRequest } from '../shared/failed-request.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  /** key@version; null where there is no version before. */
  readonly before: string | null;
  readonly after: string;
  readonly cadence: Cadence;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onMade: (id: string) => void;
}

/** Has two versions compared on the data of a period, the last one that has ended unless another is chosen. */
export function MakeComparison({ before, after, cadence, label, disabled = false, onMade }: Props) {
  const t = useTexts(texts);
  const m = useTexts(modelTexts);
  const key = useIdempotencyKey();
  const [today] = useState(() => new Intl.DateTimeFormat('sv-SE').format(new Date()));
  const choices = startChoices(cadence, today, 0).map(({ period }) => period);
  const [period, setPeriod] = useState(choices[0]!);
  const [shares, setShares] = useState(true);
  const [tries, setTries] = useState(0);
  const [job, setJob] = useState<JobView>();
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const isPeriod = periodOf(period, 'UTC')?.cadence === cadence;
  const start = async () => {
    setFailed(undefined);
    setTries(tries + 1);
    try {
      const { body } = await api<JobView>('POST', '/version-comparisons', {
        body: { before, after, periods: [period], shares },
        idempotencyKey: `${key}/${tries}`,
      });
      setJob(body);
    } catch (error) {
      setFailed({ error });
    }
  };
  if (job !== undefined) {
    return (
      <JobWatch
        key={job.id}
        id={job.id}
        template={t.comparing}
        failedTitle={t.failed}
        onDone={({ made }) => {
          setJob(undefined);
          if (made !== null) onMade(made);
        }}
        action={
          <Button color="inherit" onClick={() => setJob(undefined)}>
            {m.cancel}
          </Button>
        }
      />
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Autocomplete
        freeSolo
        options={choices}
        filterOptions={(options) => options}
        inputValue={period}
        onInputChange={(_, value, why) => why !== 'reset' && setPeriod(value.trim())}
        onChange={(_, value) => value !== null && setPeriod(value)}
        sx={{ width: 260, maxWidth: '100%' }}
        renderInput={(params) => (
          <TextField
            {...params}
            label={t.onPeriod}
            error={!isPeriod}
            {...(!isPeriod && { helperText: fill(m.publishFromWrong, { example: choices[0] }) })}
          />
        )}
      />
      {before !== null && (
        <FormControlLabel
          control={<Checkbox checked={shares} onChange={(event) => setShares(event.target.checked)} />}
          label={t.withShares}
        />
      )}
      <Button variant="outlined" disabled={!isPeriod || disabled} onClick={() => void start()}>
        {label}
      </Button>
      {failed !== undefined && <FailedRequest title={t.failed} error={failed.error} />}
    </Box>
  );
}
