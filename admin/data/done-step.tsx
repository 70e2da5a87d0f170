import { Alert, Box, Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { useJob } from '../api/use-job.ts';
import { fill } from '../../locales/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CountsTable } from './counts-table.tsx';
import { countsOf } from './import-counts.ts';
import { JobProgress } from './job-progress.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly job: string;
  readonly dataset: string;
  readonly onAgain: () => void;
}

/** The last step: the import itself, and what became of it. */
export function DoneStep({ job: id, dataset, onAgain }: Props) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const job = useJob(id);
  if (job === undefined || job.state === 'waiting' || job.state === 'running') {
    return <JobProgress job={job} template={t.importing} />;
  }
  const counts = countsOf(job);
  const commit = job.report['commit'];
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {commit === undefined ? (
        <Alert severity="error" role="alert">
          {t.notDone} {job.issues.map((issue) => issueText(issue)).join(' ')}
        </Alert>
      ) : (
        <Alert severity="success" role="status">
          {fill(t.doneText, { ...counts, commit })}
        </Alert>
      )}
      <CountsTable counts={counts} />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button variant="contained" component={Link} to="/runs">
          {t.goOn}
        </Button>
        <Button component={Link} to={recordsAddress(dataset)}>
          {t.seeRecords}
        </Button>
        <Button onClick={onAgain}>{t.another}</Button>
      </Box>
    </Box>
  );
}

/** The address of the list of a dataset's records. */
export function recordsAddress(dataset: string): string {
  return `/records?filter=${encodeURIComponent(JSON.stringify({ dataset }))}`;
}
