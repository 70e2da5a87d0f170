import { Box, Chip, Typography } from '@mui/material';
import { DataTable, List } from 'react-admin';
import { useCan } from '../api/use-can.ts';
import { useStages } from '../people/use-stages.ts';
import { fill } from '../../locales/index.ts';
import type { ModelView } from '../../schemas/index.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { NewModelButton } from './new-model/new-model-button.tsx';
import { texts } from './texts.ts';

/** All models: of which stage, which version holds, whether a draft waits. */
export function ModelsList() {
  const t = useTexts(texts);
  const can = useCan();
  const label = useLabel();
  const { name: stageName } = useStages();
  const { instant } = useFormat();
  const holds = ({ published }: ModelView) => {
    const last = published.at(-1);
    if (last === undefined) return t.none;
    return fill(last.from === null ? t.since : t.from, { version: last.version, from: last.from });
  };
  return (
    <Box sx={{ mt: 1 }}>
      <Typography variant="h1">{t.models}</Typography>
      <Typography sx={{ maxWidth: 720 }}>{t.intro}</Typography>
      <List
        title={t.models}
        exporter={false}
        pagination={false}
        perPage={1000}
        actions={can('create', 'model') ? <NewModelButton /> : false}
        empty={
          <EmptyState
            title={t.noModels}
            text={t.noModelsHint}
            {...(can('create', 'model') && { action: <NewModelButton /> })}
          />
        }
      >
        <DataTable bulkActionButtons={false} rowClick="show">
          <DataTable.Col label={t.name} disableSort render={({ name }: ModelView) => label(name)} />
          <DataTable.Col
            label={t.stage}
            disableSort
            render={({ stage }: ModelView) => <Chip size="small" label={stageName(stage)} />}
          />
          <DataTable.Col
            label={t.cadence}
            disableSort
            render={({ cadence }: ModelView) => t[`cadence_${cadence}`]}
          />
          <DataTable.Col label={t.holds} disableSort render={holds} />
          <DataTable.Col
            label={t.draft}
            disableSort
            render={({ draft }: ModelView) => (draft === null ? t.none : fill(t.draftIs, { version: draft }))}
          />
          <DataTable.Col
            label={t.changed}
            disableSort
            render={({ changed }: ModelView) => instant(changed)}
          />
        </DataTable>
      </List>
    </Box>
  );
}
