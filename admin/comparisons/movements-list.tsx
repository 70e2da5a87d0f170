import { Typography } from '@mui/material';
import { DataTable, List, SelectInput, TopToolbar, useGetList } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type {
  ComparisonView,
  MovementSideView,
  MovementView,
  RunView,
  TeamView,
} from '../../schemas/index.ts';
import { signed } from '../shared/figures.ts';
import { narrow, scrolling } from '../shared/list-styles.ts';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { RunModels } from '../runs/use-run-models.ts';
import type { BothModels } from './both-models.ts';
import { ExportMovements } from './export-movements.tsx';
import { MovementDetails } from './movement-details.tsx';
import { causeOf, causes, choiceOf, movedCauses } from './movements-filter.ts';
import { MovementsHead } from './movements-head.tsx';
import { OpenMovement } from './open-movement.tsx';
import { texts } from './texts.ts';
import { useMoveNames } from './use-move-names.ts';

interface Props {
  readonly comparison: ComparisonView;
  readonly models: BothModels;
  readonly runs: { readonly before: RunView; readonly after: RunView };
}

/** Who moved, the widest move first; a row opens what made the move. Filters stand in the address. */
export function MovementsList({ comparison, models, runs }: Props) {
  const t = useTexts(texts);
  const gradeText = (of: RunModels, side: MovementSideView | null) => {
    if (side === null) return t.notThereInRun;
    return side.grade === null ? t.noGrade : of.gradeOf(side.model, side.grade).name;
  };
  return (
    <Section title={t.movements} note={t.movementsHint}>
      <List
        resource="movements"
        filter={{ comparison: comparison.id }}
        filterDefaultValues={{ cause: movedCauses }}
        storeKey={false}
        title={false}
        exporter={false}
        empty={false}
        actions={
          <TopToolbar>
            <ExportMovements comparison={comparison} models={models} />
          </TopToolbar>
        }
        sx={narrow}
        perPage={25}
        sort={{ field: 'size', order: 'DESC' }}
        filters={useFilters()}
      >
        <DataTable
          bulkActionButtons={false}
          rowClick="expand"
          expand={<MovementDetails models={models} runs={runs} />}
          head={MovementsHead}
          empty={<Typography sx={{ p: 2 }}>{t.noMovements}</Typography>}
          sx={scrolling}
        >
          <DataTable.Col
            source="name"
            label={t.name}
            disableSort
            render={(movement: MovementView) => <OpenMovement movement={movement} />}
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
    </Section>
  );
}

function shown(change: string | null): string {
  return change === null ? '—' : signed(change);
}

function useFilters() {
  const t = useTexts(texts);
  const moves = useMoveNames();
  const { data: teams = [] } = useGetList<TeamView>('teams', { pagination: { page: 1, perPage: 1000 } });
  const plain = {
    gradeMove: Object.entries(moves).map(([id, name]) => ({ id, name })),
    team: teams.map(({ id }) => ({ id, name: id })),
  };
  return [
    <SelectInput
      key="cause"
      source="cause"
      label={t.cause}
      choices={[{ id: 'moved', name: t.anyCause }, ...causes.map((id) => ({ id, name: t[id] }))]}
      format={choiceOf}
      parse={causeOf}
      translateChoice={false}
      emptyText={t.everybody}
      alwaysOn
    />,
    ...(['gradeMove', 'team'] as const).map((source) => (
      <SelectInput
        key={source}
        source={source}
        label={t[source]}
        choices={plain[source]}
        translateChoice={false}
        emptyText={t.any}
        alwaysOn
      />
    )),
  ];
}
