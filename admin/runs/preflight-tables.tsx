import { Alert, Typography } from '@mui/material';
import type { Preflight } from '../../schemas/index.ts';
import { useFormat } from '../texts/use-format.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ModelsTable } from './models-table.tsx';
import { PlainTable } from '../shared/plain-table.tsx';
import { useImportText } from './use-import-text.ts';
import { texts } from './texts.ts';

/** The models that would judge, and how much data each dataset has for the period. */
export function PreflightTables({ preflight: { models, datasets } }: { readonly preflight: Preflight }) {
  const t = useTexts(texts);
  const label = useLabel();
  const { number } = useFormat();
  const importText = useImportText();
  return (
    <>
      <Typography variant="h3">{t.models}</Typography>
      {models.length === 0 ? <Alert severity="warning">{t.noModels}</Alert> : <ModelsTable models={models} />}
      <Typography variant="h3">{t.datasets}</Typography>
      <PlainTable
        title={t.datasets}
        columns={[{ title: t.dataset }, { title: t.records, number: true }, { title: t.lastImport }]}
        rows={datasets.map(({ dataset, name, records, last }) => ({
          key: dataset,
          cells: [
            label(name),
            records === 0 ? t.noRecords : number(records),
            last === null ? t.never : importText(last),
          ],
        }))}
      />
    </>
  );
}
