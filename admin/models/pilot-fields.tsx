import { Autocomplete, TextField } from '@mui/material';
import { useGetList } from 'react-admin';
import type { NewPilot, TeamView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ChoiceField } from './fields/choice-field.tsx';
import { texts } from './texts.ts';

interface Props {
  /** Teams that are not in it are not offered. */
  readonly stage: string;
  /** Undefined: for everybody. */
  readonly pilot: NewPilot | undefined;
  readonly onChange: (pilot: NewPilot | undefined) => void;
}

/** Whether a pilot is for somebody: without teams or a share it cannot be published. */
export function isWhole(pilot: NewPilot | undefined): boolean {
  const { teams, percent } = pilot ?? {};
  return (
    pilot === undefined ||
    (teams?.length ?? 0) > 0 ||
    (percent !== undefined && percent >= 1 && percent <= 99)
  );
}

/** For whom a version is published: for everybody of the stage, for some teams, or for a share of them. */
export function PilotFields({ stage, pilot, onChange }: Props) {
  const t = useTexts(texts);
  const { data = [] } = useGetList<TeamView>('teams', { pagination: { page: 1, perPage: 1000 } });
  const kind = pilot === undefined ? 'forAll' : pilot.teams === undefined ? 'forShare' : 'forTeams';
  const kinds = ['forAll', 'forTeams', 'forShare'] as const;
  const begun = { forAll: undefined, forTeams: { teams: [] }, forShare: { percent: 20 } };
  return (
    <>
      <ChoiceField
        label={t.forWhom}
        pointer="/pilot"
        value={kind}
        options={kinds.map((id) => ({ id, name: t[id] }))}
        onChange={(chosen) => onChange(begun[chosen])}
      />
      {pilot?.teams !== undefined && (
        <Autocomplete
          multiple
          options={data.filter((team) => team.stage === stage).map(({ id }) => id)}
          value={pilot.teams}
          onChange={(_, teams) => onChange({ teams })}
          renderInput={(params) => <TextField {...params} label={t.pilotTeams} />}
        />
      )}
      {pilot?.percent !== undefined && (
        <>
          <TextField
            type="number"
            label={t.pilotPercent}
            value={pilot.percent}
            onChange={({ target }) => onChange({ ...pilot, percent: Math.round(Number(target.value)) })}
            slotProps={{ htmlInput: { min: 1, max: 99 } }}
          />
          <TextField
            label={t.pilotSeed}
            value={pilot.seed ?? ''}
            onChange={({ target }) => {
              const { seed: _before, ...rest } = pilot;
              onChange(target.value === '' ? rest : { ...rest, seed: target.value });
            }}
          />
        </>
      )}
    </>
  );
}
