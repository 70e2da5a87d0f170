import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { DataTable, List } from 'react-admin';
import { useCan } from '../api/use-can.ts';
import { fill } from '../../locales/index.ts';
import type { TeamView } from '../../schemas/index.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { StageDialog } from './stage-dialog.tsx';
import { texts } from './texts.ts';
import { useStages } from './use-stages.ts';

/** All teams, the stage each is in, and where HR says that it is in another. */
export function TeamsList() {
  const t = useTexts(texts);
  const can = useCan();
  const { name: stageName } = useStages();
  const [chosen, setChosen] = useState<TeamView>();
  return (
    <>
      <PageHeading>{t.teams}</PageHeading>
      <List
        title={t.teams}
        exporter={false}
        pagination={false}
        perPage={1000}
        empty={<EmptyState title={t.noTeams} text={t.noTeamsHint} />}
      >
        <Typography sx={{ p: 2 }}>{t.teamsIntro}</Typography>
        <DataTable bulkActionButtons={false} rowClick={false}>
          <DataTable.Col source="id" label={t.team} disableSort />
          <DataTable.NumberCol source="members" label={t.members} disableSort />
          <DataTable.Col
            label={t.stageToday}
            disableSort
            render={({ stage, since }: TeamView) =>
              stage === null
                ? t.noStage
                : `${stageName(stage)}${since === null ? '' : ` · ${fill(t.since, { date: since })}`}`
            }
          />
          <DataTable.Col
            label={t.setStage}
            disableSort
            render={(team: TeamView) => (
              <Button
                size="small"
                onClick={() => setChosen(team)}
                aria-label={`${can('create', 'team') ? t.setStage : t.stage}: ${team.id}`}
              >
                {can('create', 'team') ? t.setStage : t.stage}
              </Button>
            )}
          />
        </DataTable>
      </List>
      {chosen !== undefined && <StageDialog team={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
