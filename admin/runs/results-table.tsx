import { Box, Link as MuiLink, Typography } from '@mui/material';
import { DataTable, List, SearchInput, SelectInput, TopToolbar, useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { Distribution, Metric, ResultView, RunView } from '../../schemas/index.ts';
import { GradeChip } from '../shared/grade-chip.tsx';
import { narrow, scrolling } from '../shared/list-styles.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ExportResults } from './export-results.tsx';
import { texts } from './texts.ts';
import { useLoaded } from '../shared/use-loaded.ts';
import { useRunModels, type RunModels } from './use-run-models.ts';

interface Props {
  readonly run: RunView;
  /** What is said where the reader may see no result of it. */
  readonly empty?: string;
}

/** The results of a run that the reader may see. What it is filtered and sorted by stands in the address. */
export function ResultsTable({ run, empty }: Props) {
  const t = useTexts(texts);
  const models = useRunModels(run.models);
  const { body } = useLoaded<Distribution>(`/runs/${encodeURIComponent(run.id)}/distribution`);
  const filters = useFilters(run, models, body);
  return (
    <List
      resource="results"
      filter={{ run: run.id }}
      storeKey={false}
      title={false}
      exporter={false}
      empty={false}
      perPage={25}
      sort={{ field: 'composite', order: 'DESC' }}
      sx={narrow}
      filters={(body?.total ?? 0) > 1 ? filters : []}
      actions={
        <TopToolbar>
          <ExportResults run={run} models={models} />
        </TopToolbar>
      }
    >
      <Results run={run} models={models} empty={empty ?? t.noResults} />
    </List>
  );
}

function useFilters(run: RunView, models: RunModels, distribution: Distribution | undefined) {
  const t = useTexts(texts);
  const teams = [...new Set(distribution?.counts.map(({ team }) => team))].toSorted();
  const grades = new Map(
    [...models.documents.values()].flatMap(({ key, grades: list }) =>
      list.map(({ id }) => [id, models.gradeOf(key, id).name] as const),
    ),
  );
  const choices = {
    team: teams.map((id) => ({ id, name: id })),
    stage: [...new Set(run.models.map(({ stage }) => stage))].map((id) => ({
      id,
      name: models.stageName(id),
    })),
    grade: [...grades].map(([id, name]) => ({ id, name })),
    status: (['graded', 'held', 'ungraded'] as const).map((id) => ({ id, name: t[id] })),
  };
  return [
    <SearchInput
      key="q"
      source="q"
      alwaysOn
      placeholder={t.searchName}
      slotProps={{ htmlInput: { 'aria-label': t.searchName } }}
    />,
    ...(['team', 'stage', 'grade', 'status'] as const).map((source) => (
      <SelectInput
        key={source}
        source={source}
        label={t[source]}
        choices={choices[source]}
        translateChoice={false}
        emptyText={t.any}
        alwaysOn
      />
    )),
  ];
}

function Results({ run, models, empty }: Required<Props> & { readonly models: RunModels }) {
  const t = useTexts(texts);
  const label = useLabel();
  const { filterValues } = useListContext();
  const metrics = metricsShown(run, models, filterValues['stage']);
  return (
    <>
      {metrics.length === 0 && run.models.length > 1 && (
        <Typography variant="body2" color="text.secondary" sx={{ px: 2, pt: 1 }}>
          {t.modelToSeeScores}
        </Typography>
      )}
      <DataTable
        // Columns come and go with the stage.
        key={metrics.map(({ id }) => id).join(' ')}
        bulkActionButtons={false}
        rowClick={(id) => `/statements/${encodeURIComponent(id)}`}
        empty={<Typography sx={{ p: 2 }}>{empty}</Typography>}
        sx={scrolling}
      >
        <DataTable.Col
          source="name"
          label={t.name}
          disableSort
          render={({ id, name, person }: ResultView) => (
            <MuiLink
              component={Link}
              to={`/statements/${encodeURIComponent(id)}`}
              aria-label={fill(t.openStatement, { name: name ?? person })}
              onClick={(event) => event.stopPropagation()}
            >
              {name ?? `${t.nameErased} (${person})`}
            </MuiLink>
          )}
        />
        <DataTable.Col source="team" label={t.team} />
        <DataTable.Col
          align="right"
          source="composite"
          label={t.composite}
          render={({ composite }: ResultView) => composite ?? '—'}
        />
        <DataTable.Col
          source="grade"
          label={t.grade}
          render={(result: ResultView) => <GradeCell result={result} models={models} />}
        />
        {metrics.map(({ id, name }) => (
          <DataTable.Col
            align="right"
            key={id}
            source={`metrics.${id}.score`}
            label={label(name)}
            disableSort
            render={(result: ResultView) => result.metrics[id]?.score ?? '—'}
          />
        ))}
        <DataTable.Col
          source="actions"
          label={t.actions}
          disableSort
          render={({ actions, model }: ResultView) => (
            <Box sx={{ minWidth: 220, whiteSpace: 'normal' }}>
              {actions.map((action) => models.actionName(model, action)).join(t.listComma)}
            </Box>
          )}
        />
      </DataTable>
    </>
  );
}

function GradeCell({ result, models }: { readonly result: ResultView; readonly models: RunModels }) {
  const t = useTexts(texts);
  const { grade, gradeRule, status, model } = result;
  if (grade === null) return t[status];
  return (
    <>
      <GradeChip {...models.gradeOf(model, grade)} />
      {gradeRule !== null && (
        <Typography
          component="span"
          variant="body2"
          title={models.ruleName(model, gradeRule)}
          sx={{ ml: 0.5 }}
        >
          {t.rule}
        </Typography>
      )}
    </>
  );
}

/** The metrics that all who are shown have in common: of the one model, or of the stage's. */
function metricsShown(
  { models: uses }: RunView,
  { documents }: RunModels,
  stage: unknown,
): readonly Metric[] {
  const fitting = uses.filter((use) => uses.length === 1 || use.stage === stage);
  return fitting.length === 1 ? (documents.get(fitting[0]!.key)?.metrics ?? []) : [];
}
