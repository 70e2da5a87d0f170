import { Autocomplete, Box, TextField } from '@mui/material';
import { useGetList } from 'react-admin';
import type { TeamView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly value: readonly string[];
  readonly onChange: (teams: string[]) => void;
  readonly missing: boolean;
}

/** Which teams somebody manages. A team that is in no roster any more can still be seen, and taken out. */
export function TeamsField({ value, onChange, missing }: Props) {
  const t = useTexts(texts);
  const { data: teams = [] } = useGetList<TeamView>('teams', { pagination: { page: 1, perPage: 1000 } });
  const options = [...new Set([...teams.map(({ id }) => id), ...value])].toSorted((a, b) =>
    a.localeCompare(b, 'zh'),
  );
  return (
    <Box sx={{ ml: 4, mt: 1, maxWidth: 480 }}>
      <Autocomplete
        multiple
        disablePortal
        disableCloseOnSelect
        options={options}
        value={[...value]}
        onChange={(_, next) => onChange(next)}
        noOptionsText={t.noOptions}
        openText={t.openList}
        closeText={t.closeList}
        clearText={t.clear}
        renderInput={(params) => (
          <TextField
            {...params}
            label={t.teams}
            error={missing}
            helperText={missing ? t.teamsMissing : t.teamsHint}
          />
        )}
      />
    </Box>
  );
}
