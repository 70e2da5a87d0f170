import { Link as MuiLink } from '@mui/material';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { ModelUse } from '../../schemas/index.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { texts } from './texts.ts';
import { useRunModels } from './use-run-models.ts';

/** The models a run is made by, and how many people each judges. */
export function ModelsTable({ models }: { readonly models: readonly ModelUse[] }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const { modelName, stageName } = useRunModels(models);
  return (
    <PlainTable
      title={t.models}
      columns={[
        { title: t.stage },
        { title: t.model },
        { title: t.version },
        { title: t.people, number: true },
      ]}
      rows={models.map(({ stage, key, version, subjects, teams }) => ({
        key: `${stage} ${key} ${version}`,
        cells: [
          stageName(stage),
          <MuiLink key="model" component={Link} to={`/models/${encodeURIComponent(key)}`}>
            {modelName(key)}
          </MuiLink>,
          teams === undefined
            ? (version ?? t.unpublished)
            : fill(t.pilotVersion, { version, teams: teams.join(', ') }),
          number(subjects),
        ],
      }))}
    />
  );
}
