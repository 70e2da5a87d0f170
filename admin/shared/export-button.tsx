import DownloadIcon from '@mui/icons-material/FileDownload';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { FailedRequest } from './failed-request.tsx';

interface Props {
  readonly label: string;
  /** Said aloud while the file is made. */
  readonly busyText: string;
  readonly failedTitle: string;
  readonly save: () => Promise<void>;
}

/** Makes a file and saves it; says that it is at it, and why it could not. */
export function ExportButton({ label, busyText, failedTitle, save }: Props) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const start = async () => {
    setBusy(true);
    setFailed(undefined);
    try {
      await save();
    } catch (error) {
      setFailed({ error });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box>
      <Button startIcon={<DownloadIcon />} disabled={busy} onClick={() => void start()}>
        {label}
      </Button>
      <Box component="output">{busy && busyText}</Box>
      {failed !== undefined && <FailedRequest title={failedTitle} error={failed.error} />}
    </Box>
  );
}
