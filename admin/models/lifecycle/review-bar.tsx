import { Alert, Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { fill } from '../../../locales/index.ts';
import type { ModelVersionView } from '../../../schemas/index.ts';
import { useCan } from '../../api/use-can.ts';
import { useMe } from '../../api/use-me.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { PublishDialog } from '../publish-dialog.tsx';
import { texts as modelTexts } from '../texts.ts';
import { HearingButton } from './hearing-button.tsx';
import { StepDialog, type PlainStep } from './step-dialog.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly version: ModelVersionView;
  readonly base: ModelVersionView | undefined;
}

/** What can be done with a version in review, or approved; and why one's own cannot be approved. */
export function ReviewBar({ version, base }: Props) {
  const t = useTexts(texts);
  const m = useTexts(modelTexts);
  const can = useCan();
  const me = useMe();
  const [step, setStep] = useState<PlainStep>();
  const [publishing, setPublishing] = useState(false);
  if (version.state !== 'inReview' && version.state !== 'approved') return null;
  const isOwn = version.authors.some(({ id }) => id === me?.person);
  const inReview = version.state === 'inReview';
  const names = version.authors.map(({ name }) => name ?? '–').join(', ');
  const plain: readonly (readonly [PlainStep, string, boolean])[] = [
    ['approval', t.approve, inReview && can('approve', 'model')],
    ['return', t.return, can('review', 'model')],
    ['rejection', t.reject, can('review', 'model')],
    ['withdrawal', t.withdraw, can('update', 'model')],
  ];
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography>
        {[
          fill(t.round, { round: version.round }),
          fill(t.authors, { names }),
          ...(version.approvedBy === null
            ? []
            : [fill(t.approvedBy, { name: version.approvedBy.name ?? '–' })]),
        ].join(' · ')}{' '}
        {version.report !== null && can('read', 'comparison') && (
          <MuiLink component={Link} to={`/version-comparisons/${version.report}`}>
            {t.report}
          </MuiLink>
        )}
      </Typography>
      {inReview && isOwn && can('approve', 'model') && <Alert severity="info">{t.ownChange}</Alert>}
      {version.hearing && <Alert severity="info">{t.isHeard}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <HearingButton version={version} />
        {version.state === 'approved' && can('publish', 'model') && (
          <Button variant="contained" onClick={() => setPublishing(true)}>
            {m.publish}
          </Button>
        )}
        {plain.map(
          ([name, label, isShown]) =>
            isShown && (
              <Button
                key={name}
                variant={name === 'approval' ? 'contained' : 'outlined'}
                disabled={name === 'approval' && isOwn}
                onClick={() => setStep(name)}
              >
                {label}
              </Button>
            ),
        )}
      </Box>
      {step !== undefined && <StepDialog step={step} version={version} onClose={() => setStep(undefined)} />}
      {publishing && <PublishDialog version={version} base={base} onClose={() => setPublishing(false)} />}
    </Box>
  );
}
