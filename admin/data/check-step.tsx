import {
  Alert,
  Box,
  Button,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useJob } from '../api/use-job.ts';
import { fill, type Language } from '../../locales/index.ts';
import type { ImportMode, JobView } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CountsTable } from './counts-table.tsx';
import { countsOf, rightRows, type Counts } from './import-counts.ts';
import { IssuesTable } from './issues-table.tsx';
import { JobProgress } from './job-progress.tsx';
import { texts } from './texts.ts';

interface Props {
  /** The dry run: the same code as the import, without its last write. */
  readonly job: string;
  readonly onBack: () => void;
  readonly onImport: (mode: ImportMode) => void;
}

/** The third step: what the import would do, and what is wrong, before anything is done. */
export function CheckStep({ job: id, onBack, onImport }: Props) {
  const t = useTexts(texts);
  const job = useJob(id);
  if (job === undefined || job.state === 'waiting' || job.state === 'running') {
    return <JobProgress job={job} template={t.checking} />;
  }
  return <Checked job={job} onBack={onBack} onImport={onImport} />;
}

function Checked({ job, onBack, onImport }: { readonly job: JobView } & Pick<Props, 'onBack' | 'onImport'>) {
  const t = useTexts(texts);
  const language = useLanguage();
  const counts = countsOf(job);
  const right = rightRows(counts);
  const [mode, setMode] = useState<ImportMode>('allOrNothing');
  const news = counts.added + counts.changed;
  const possible = job.state === 'done' && news > 0 && (counts.rejected === 0 || mode === 'validRows');
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h2">{t.checkResult}</Typography>
      <CountsTable counts={counts} />
      <Verdict job={job} counts={counts} />
      {counts.rejected > 0 && (
        <>
          <Box>
            <Button variant="outlined" href={failedRowsAddress(job.id, language)}>
              {t.failedRows}
            </Button>
            <Typography variant="body2">{t.failedRowsHint}</Typography>
          </Box>
          <FormControl>
            <FormLabel>{t.mode}</FormLabel>
            <RadioGroup value={mode} onChange={(event) => setMode(event.target.value as ImportMode)}>
              <FormControlLabel value="allOrNothing" control={<Radio />} label={t.allOrNothing} />
              <FormControlLabel
                value="validRows"
                control={<Radio />}
                label={fill(t.validRows, { count: right })}
              />
            </RadioGroup>
          </FormControl>
        </>
      )}
      <IssuesTable job={job.id} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button onClick={onBack}>{t.back}</Button>
        <Button variant="contained" disabled={!possible} onClick={() => onImport(mode)}>
          {fill(t.doImport, { rows: right })}
        </Button>
      </Box>
    </Box>
  );
}

function Verdict({ job, counts }: { readonly job: JobView; readonly counts: Counts }) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const { rows, rejected, added, changed } = counts;
  if (rows === 0 || (job.state === 'failed' && rejected === 0)) {
    return (
      <Alert severity="error">
        {t.cannotRead} {job.issues.map((issue) => issueText(issue)).join(' ')}
      </Alert>
    );
  }
  if (rejected > 0) return <Alert severity="warning">{fill(t.someWrong, { count: rejected, rows })}</Alert>;
  if (added + changed === 0) return <Alert severity="info">{t.nothingNew}</Alert>;
  return <Alert severity="success">{t.nothingWrong}</Alert>;
}

function failedRowsAddress(job: string, language: Language): string {
  return `/api/jobs/${encodeURIComponent(job)}/failed-rows?lang=${language}`;
}
