import { Alert, AlertTitle, Box, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { Certificate, ModelUse } from '../../schemas/index.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';
import { useRunModels } from './use-run-models.ts';

interface Props {
  readonly certificates: readonly Certificate[];
  readonly models: readonly ModelUse[];
}

/** Whether the second engine came to the same. */
export function CertificateNote({ certificates, models }: Props) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const { modelName } = useRunModels(models);
  const disagreeing = certificates.filter(({ agreed }) => !agreed);
  const decisions = certificates.reduce((sum, certificate) => sum + certificate.decisions, 0);
  const nameOf = (hash: string) => {
    const use = models.find((model) => model.hash === hash);
    return use === undefined ? hash.slice(0, 12) : modelName(use.key);
  };
  return (
    <Box component="section" aria-label={t.certificate} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2">{t.certificate}</Typography>
      {certificates.length === 0 && <Alert severity="info">{t.noCertificate}</Alert>}
      {certificates.length > 0 && disagreeing.length === 0 && (
        <Alert severity="success">
          <AlertTitle>{fill(t.agreed, { decisions: number(decisions) })}</AlertTitle>
          {t.agreedHint}
        </Alert>
      )}
      {disagreeing.map(({ model, disagreements }) => (
        <Alert key={model} severity="error">
          <AlertTitle>{fill(t.disagreed, { model: nameOf(model) })}</AlertTitle>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {disagreements.map((found) => (
              <li key={`${found.subject} ${found.rule}`}>{fill(t.disagreement, { ...found })}</li>
            ))}
          </Box>
        </Alert>
      ))}
    </Box>
  );
}
