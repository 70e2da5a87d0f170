import { Box, Typography } from '@mui/material';
import { DataTable, List, SelectInput, useGetList } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type { MovementSideView, MovementView, TeamView } from '../../schemas/index.ts';
import { signed } from '../shared/figures.ts';
import { narrow, scrolling } from '../shared/list-styles.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { RunModels } from '../runs/use-run-models.ts';
import type { BothModels } from './both-models.ts';
import { MovementDetails } from './movement-details.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly comparison: string;
  readonly models: BothModels;
  readonly runs: { readonly before: string; readonly after: string };
}

/** Who moved, the widest move first; a row opens what made the move. Filters stand in the address. */
export function MovementsList({ comparison, models, runs }: Props) {
  const t = useTexts(texts);
  const moves = { up: t.moveUp, down: t.moveDown, same: t.moveSame, none: t.moveNone };
  const gradeText = (of: RunModels, side: MovementSideView | null) => {
    if (side === null) return t.notThereInRun;
    return side.grade === null ? t.noGrade : of.gradeOf(side.model, side.grade).name;
  };
  return (
    <Box component="section" aria-label={t.movements} sx={{ minWidth: 0 }}>
      <Typography variant="h2">{t.movements}</Typography>
      <List
        resource="movements"
        filter={{ comparison }}
        storeKey={false}
        title={false}
        exporter={false}
        empty={false}
        actions={false}
        sx={narrow}
        perPage={25}
        sort={{ field: 'size', order: 'DESC' }}
        filters={useFilters(moves)}
      >
        <DataTable
          bulkActionButtons={false}
          rowClick="expand"
          expand={<MovementDetails models={models} runs={runs} />}
          empty={<Typography sx={{ p: 2 }}>{t.noMovements}</Typography>}
          sx={scrolling}
        >
          <DataTable.Col
            source="name"
            label={t.name}
            disableSort
            render={({ name, person }: MovementView) => name ?? `${t.nameErased} (${person})`}
          />
          <DataTable.Col source="team" label={t.team} />
          <DataTable.Col
            align="right"
            source="before"
            label={t.composites}
            disableSort
            render={({ before, after }: MovementView) =>
              fill(t.fromTo, { before: before?.composite ?? '—', after: after?.composite ?? '—' })
            }
          />
          <DataTable.Col
            align="right"
            source="size"
            label={t.delta}
            render={({ delta }: MovementView) => shown(delta)}
          />
          <DataTable.Col
            align="right"
            source="rule"
            label={t.byRule}
            disableSort
            render={({ rule }: MovementView) => shown(rule)}
          />
          <DataTable.Col
            align="right"
            source="data"
            label={t.byData}
            disableSort
            render={({ data }: MovementView) => shown(data)}
          />
          <DataTable.Col
            source="gradeMove"
            label={t.grades}
            disableSort
            render={({ before, after }: MovementView) => {
              const [from, to] = [gradeText(models.before, before), gradeText(models.after, after)];
              return from === to ? to : fill(t.fromTo, { before: from, after: to });
            }}
          />
          <DataTable.Col
            source="cause"
            label={t.cause}
            disableSort
            render={({ cause }: MovementView) => t[cause]}
          />
        </DataTable>
      </List>
    </Box>
  );
}

function shown(change: string | null): string {
  return change === null ? '—' : signed(change);
}

function useFilters(moves: Readonly<Record<string, string>>) {
  const t = useTexts(texts);
  const { data: teams = [] } = useGetList<TeamView>('teams', { pagination: { page: 1, perPage: 1000 } });
  const causes = (['rule', 'data', 'both', 'joined', 'left', 'none'] as const).map((id) => ({
    id,
    name: t[id],
  }));
  const choices = {
    cause: causes,
    gradeMove: Object.entries(moves).map(([id, name]) => ({ id, name })),
    team: teams.map(({ id }) => ({ id, name: id })),
  };
  return (['cause', 'gradeMove', 'team'] as const).map((source) => (
    <SelectInput
      key={source}
      source={source}
      label={t[source]}
      choices={choices[source]}
      translateChoice={false}
      emptyText={t.any}
      alwaysOn
    />
  ));
}
