import { Button } from '@mui/material';
import { useState } from 'react';
import type { ModelVersionView } from '../../../schemas/index.ts';
import { useCan } from '../../api/use-can.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { StepDialog } from './step-dialog.tsx';
import { texts } from './texts.ts';

/** Puts a version up for hearing by the sellers' representatives, or ends its hearing. */
export function HearingButton({ version }: { readonly version: ModelVersionView }) {
  const t = useTexts(texts);
  const can = useCan();
  const [asking, setAsking] = useState(false);
  const states = version.hearing ? ['draft', 'inReview', 'approved'] : ['draft', 'inReview'];
  if (!can('review', 'model') || !states.includes(version.state)) return null;
  const step = version.hearing ? 'hearingEnd' : 'hearing';
  return (
    <>
      <Button onClick={() => setAsking(true)}>{version.hearing ? t.endHearing : t.hear}</Button>
      {asking && <StepDialog step={step} version={version} onClose={() => setAsking(false)} />}
    </>
  );
}
