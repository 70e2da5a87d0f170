import {
  Alert,
  Box,
  Button,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { api, issuesOf } from '../../api/client.ts';
import { fill } from '../../../locales/index.ts';
import type { Issue, MeasurePreview as Preview, Model } from '../../../schemas/index.ts';
import { useIssueText } from '../../texts/use-issue-text.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { startChoices } from '../periods/periods.ts';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  readonly measure: string;
  /** Whether there is nothing wrong with it. */
  readonly ready: boolean;
}

const places = ['lowest', 'median', 'highest'] as const;

/** What a measure gives of the records that are stored: the lowest, the middle and the highest figure, and whose they are. */
export function MeasurePreview({ document, measure, ready }: Props) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const [today] = useState(() => new Intl.DateTimeFormat('sv-SE').format(new Date()));
  const [period, setPeriod] = useState(startChoices(document.cadence, today, 0)[0]!.period);
  const [preview, setPreview] = useState<Preview>();
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const tryIt = async () => {
    setIssues([]);
    setPreview(undefined);
    try {
      const body = { document, measure, period };
      setPreview((await api<Preview>('POST', '/measure-previews', { body })).body);
    } catch (error) {
      setIssues(issuesOf(error));
    }
  };
  return (
    <Box role="group" aria-label={t.preview} sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <TextField
          label={t.previewPeriod}
          value={period}
          onChange={(event) => setPeriod(event.target.value)}
          fullWidth={false}
        />
        <Button variant="outlined" disabled={!ready} onClick={() => void tryIt()}>
          {t.previewNow}
        </Button>
      </Box>
      <div aria-live="polite">
        {issues.map((issue) => (
          <Alert key={`${issue.code}${issue.pointer}`} severity="error">
            {issueText(issue)}
          </Alert>
        ))}
        {preview !== undefined && (
          <>
            <div>{preview.people + preview.missing === 0 ? t.nobody : fill(t.previewOf, { ...preview })}</div>
            {preview.figures.length > 0 && (
              <Table size="small" aria-label={t.preview} sx={{ width: 'auto' }}>
                <TableHead>
                  <TableRow>
                    {['', t.person, t.figure].map((head) => (
                      <TableCell key={head} component={head === '' ? 'td' : 'th'}>
                        {head}
                      </TableCell>
                    ))}
                  </TableRow>
                </TableHead>
                <TableBody>
                  {preview.figures.map(({ id, name, value, place }) => (
                    <TableRow key={place}>
                      <TableCell component="th" scope="row">
                        {t[places.find((item) => item === place) ?? 'median']}
                      </TableCell>
                      <TableCell>{name ?? id}</TableCell>
                      <TableCell align="right">{value}</TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            )}
          </>
        )}
      </div>
    </Box>
  );
}
