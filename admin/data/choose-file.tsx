import UploadFileIcon from '@mui/icons-material/UploadFile';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useRef, useState, type DragEvent } from 'react';
import { fill } from '../../locales/index.ts';
import type { Issue, UploadView } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { issuesOf } from '../api/client.ts';
import { texts } from './texts.ts';
import { uploadFile } from './upload-file.ts';

/** Takes a file by click, by keyboard or by dropping it, and sends it. */
export function ChooseFile({ onUploaded }: { readonly onUploaded: (upload: UploadView) => void }) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; percent: number }>();
  const [issues, setIssues] = useState<readonly Issue[]>([]);

  const send = async (file: File | undefined) => {
    if (file === undefined || sending !== undefined) return;
    setIssues([]);
    setSending({ name: file.name, percent: 0 });
    try {
      onUploaded(
        await uploadFile(file, crypto.randomUUID(), (percent) => setSending({ name: file.name, percent })),
      );
    } catch (error) {
      setIssues(issuesOf(error));
    } finally {
      setSending(undefined);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  };

  return (
    <Box
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      sx={{ border: '2px dashed', borderColor: 'divider', borderRadius: 2, p: 4, textAlign: 'center' }}
    >
      <Button
        variant="contained"
        size="large"
        startIcon={<UploadFileIcon />}
        disabled={sending !== undefined}
        onClick={() => input.current?.click()}
      >
        {t.chooseFile}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,.txt,text/csv"
        aria-label={t.chooseFile}
        disabled={sending !== undefined}
        onChange={(event) => {
          void send(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Typography sx={{ mt: 2 }}>{t.dropHere}</Typography>
      <Typography variant="body2" color="text.secondary">
        {t.excelHint}
      </Typography>
      <Box role="status" sx={{ mt: 2 }}>
        {sending !== undefined && (
          <>
            <Typography>{fill(t.uploading, { ...sending })}</Typography>
            <LinearProgress variant="determinate" value={sending.percent} aria-hidden />
          </>
        )}
      </Box>
      {issues.map((issue) => (
        <Alert key={issue.code} severity="error" sx={{ mt: 1, textAlign: 'start' }}>
          {issueText(issue)}
        </Alert>
      ))}
    </Box>
  );
}
