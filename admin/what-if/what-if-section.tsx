import { Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { fill } from '../../locales/index.ts';
import { hashOf } from '../../engine/document/hash.ts';
import type { Model, ModelVersionView, WhatIfFigures } from '../../schemas/index.ts';
import { api } from '../api/client.ts';
import { useCan } from '../api/use-can.ts';
import { startChoices } from '../models/periods/periods.ts';
import { FailedRequest } from '../shared/failed-request.tsx';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';
import { WhatIfPanel } from './what-if-panel.tsx';

interface Props {
  /** The draft as it is saved: whose measures the figures are. */
  readonly version: ModelVersionView;
  /** What the draft is based on, and put next to. */
  readonly base: ModelVersionView | undefined;
  readonly document: Model;
}

/** Whom the draft would move, as it is edited; the figures come once, when they are asked for. */
export function WhatIfSection({ version, base, document }: Props) {
  const t = useTexts(texts);
  const can = useCan();
  const [today] = useState(() => new Intl.DateTimeFormat('sv-SE').format(new Date()));
  const [period, setPeriod] = useState(startChoices(document.cadence, today, 0)[0]!.period);
  const [figures, setFigures] = useState<WhatIfFigures>();
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  if (!can('create', 'comparison')) return null;
  const fetchFigures = async () => {
    setLoading(true);
    setFailed(undefined);
    try {
      const path = `/model-versions/${encodeURIComponent(version.id)}/figures`;
      setFigures((await api<WhatIfFigures>('GET', path, { query: { period } })).body);
    } catch (error) {
      setFailed({ error });
    } finally {
      setLoading(false);
    }
  };
  // The version before may read measures that the draft has no more; then only the draft as saved can stand next to it.
  const beside = sameMeasures(base?.document, version.document) ? base! : version;
  return (
    <Section title={t.title} note={fill(t.hint, { version: beside.version })}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <TextField
          label={t.period}
          value={period}
          onChange={(event) => setPeriod(event.target.value.trim())}
          fullWidth={false}
        />
        <Button variant="outlined" disabled={loading} onClick={() => void fetchFigures()}>
          {figures === undefined ? t.show : t.fetchAgain}
        </Button>
        <output>{loading ? t.loading : ''}</output>
      </Box>
      {failed !== undefined && <FailedRequest title={t.failed} error={failed.error} />}
      {figures !== undefined &&
        (figures.subjects.length === 0 ? (
          <Typography>{fill(t.nobody, { period: figures.period })}</Typography>
        ) : hashOf(document.measures) === figures.measures ? (
          <WhatIfPanel
            key={`${beside.id}/${beside.revision}/${figures.period}/${figures.measures}`}
            base={beside.document}
            figures={figures}
            document={document}
          />
        ) : (
          <Typography role="status">{t.again}</Typography>
        ))}
    </Section>
  );
}

function sameMeasures(a: Model | undefined, b: Model): boolean {
  return a !== undefined && hashOf(a.measures) === hashOf(b.measures);
}
