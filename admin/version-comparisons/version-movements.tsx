import { Typography } from '@mui/material';
import {
  DataTable,
  List,
  SelectInput,
  TopToolbar,
  useDataProvider,
  useGetList,
  useListContext,
} from 'react-admin';
import { fill } from '../../locales/index.ts';
import type {
  TeamView,
  VersionComparisonView,
  VersionMovementView,
  VersionResult,
} from '../../schemas/index.ts';
import { MovementsHead } from '../comparisons/movements-head.tsx';
import { allPages } from '../shared/all-pages.ts';
import { download } from '../shared/download.ts';
import { ExportButton } from '../shared/export-button.tsx';
import { grouped, signed } from '../shared/figures.ts';
import { narrow, scrolling } from '../shared/list-styles.ts';
import { Section } from '../shared/section.tsx';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { gradeName, type BothVersions } from './both-versions.ts';
import { movementsCsv } from './movements-csv.ts';
import { MovementShares, OpenShares } from './movement-shares.tsx';
import { texts } from './texts.ts';
import { useEditTexts } from './use-edit-texts.ts';

interface Props {
  readonly comparison: VersionComparisonView;
  readonly versions: BothVersions;
}

const moves = ['up', 'down', 'same', 'none'] as const;

/** Whom the later version moves, the widest move first; a name opens what each edit did. */
export function VersionMovements({ comparison, versions }: Props) {
  const t = useTexts(texts);
  const language = useLanguage();
  const grade = (side: VersionResult | null) =>
    side === null ? t.notJudged : side.grade === null ? t.noGrade : gradeName(versions, side.grade, language);
  const fromTo = (before: string, after: string) =>
    before === after ? after : fill(t.fromTo, { before, after });
  return (
    <Section title={t.movements} note={t.movementsHint}>
      <List
        resource="version-movements"
        filter={{ comparison: comparison.id }}
        storeKey={false}
        title={false}
        exporter={false}
        empty={false}
        actions={
          <TopToolbar>
            <ExportMovements comparison={comparison} versions={versions} />
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
          expand={<MovementShares comparison={comparison} versions={versions} />}
          head={MovementsHead}
          empty={<Typography sx={{ p: 2 }}>{t.noMovements}</Typography>}
          sx={scrolling}
        >
          <DataTable.Col
            source="name"
            label={t.name}
            disableSort
            render={(movement: VersionMovementView) => <OpenShares movement={movement} />}
          />
          <DataTable.Col source="team" label={t.team} />
          {comparison.periods.length > 1 && <DataTable.Col source="period" label={t.period} disableSort />}
          <DataTable.Col
            align="right"
            source="before"
            label={t.composites}
            disableSort
            render={({ before, after }: VersionMovementView) =>
              fromTo(before?.composite ?? '—', after?.composite ?? '—')
            }
          />
          <DataTable.Col
            align="right"
            source="size"
            label={t.delta}
            render={({ delta }: VersionMovementView) => (delta === null ? '—' : signed(delta))}
          />
          <DataTable.Col
            source="move"
            label={t.grades}
            disableSort
            render={({ before, after }: VersionMovementView) => fromTo(grade(before), grade(after))}
          />
          {comparison.cost !== null && (
            <DataTable.Col
              align="right"
              source="pay"
              label={t.pay}
              disableSort
              render={({ before, after, payDelta }: VersionMovementView) =>
                `${fromTo(grouped(before?.pay ?? '—'), grouped(after?.pay ?? '—'))}${
                  typeof payDelta === 'string' ? ` (${signed(payDelta)})` : ''
                }`
              }
            />
          )}
        </DataTable>
      </List>
    </Section>
  );
}

function useFilters() {
  const t = useTexts(texts);
  const { data: teams = [] } = useGetList<TeamView>('teams', { pagination: { page: 1, perPage: 1000 } });
  const choices = {
    move: moves.map((id) => ({ id, name: t[`move_${id}`] })),
    team: teams.map(({ id }) => ({ id, name: id })),
  };
  return (['move', 'team'] as const).map((source) => (
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

/** Saves the movements that are listed, all pages of them, as a CSV file. */
function ExportMovements({ comparison, versions }: Props) {
  const t = useTexts(texts);
  const language = useLanguage();
  const provider = useDataProvider();
  const textOf = useEditTexts(versions);
  const { filterValues, sort } = useListContext<VersionMovementView>();
  const save = async () => {
    const movements = await allPages<VersionMovementView>(
      provider,
      'version-movements',
      { ...filterValues, comparison: comparison.id },
      sort,
    );
    const text = movementsCsv(movements, {
      t,
      edits: comparison.shares === null ? [] : comparison.edits.map(({ id }) => ({ id, text: textOf(id) })),
      withPay: comparison.cost !== null,
      gradeName: (id) => gradeName(versions, id, language),
    });
    download(
      `${comparison.after.version}-${comparison.periods.join('-')}.csv`,
      'text/csv;charset=utf-8',
      text,
    );
  };
  return <ExportButton label={t.export} busyText={t.exporting} failedTitle={t.exportFailed} save={save} />;
}
