import { Autocomplete, TextField } from '@mui/material';
import { useDeferredValue, useState } from 'react';
import { useGetList } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { PersonName, ResultView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly run: string;
  readonly current: PersonName;
}

/** From one person's statement to another's of the same run, among those the reader may see; nothing where there is only one. */
export function PersonSwitcher({ run, current }: Props) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const all = useGetList<ResultView>('results', {
    filter: { run },
    sort: { field: 'team', order: 'ASC' },
    pagination: { page: 1, perPage: 2 },
  });
  const searched = q !== '' && q !== current.name;
  const { data = [], isPending } = useGetList<ResultView>('results', {
    filter: searched ? { run, q } : { run },
    sort: { field: 'team', order: 'ASC' },
    pagination: { page: 1, perPage: 50 },
  });
  if ((all.total ?? 0) < 2) return null;
  const label = (person: string, name: string | null) => name ?? `${t.nameErased} (${person})`;
  const options = data.map(({ id, person, name, team }) => ({ id, person, name, team }));
  const here = { id: `${run}~${current.id}`, person: current.id, name: current.name, team: '' };
  return (
    <Autocomplete
      size="small"
      sx={{ width: 260, maxWidth: '100%' }}
      options={options}
      value={here}
      loading={isPending}
      loadingText={t.loading}
      noOptionsText={t.nobodyFound}
      groupBy={({ team }) => team}
      getOptionLabel={({ person, name }) => label(person, name)}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, value) => option.person === value.person}
      filterOptions={(found) => found}
      disableClearable
      onInputChange={(_, text) => setTyped(text)}
      onChange={(_, { person }) => void navigate(`/statements/${encodeURIComponent(`${run}~${person}`)}`)}
      renderInput={(params) => <TextField {...params} label={t.choosePerson} placeholder={t.searchPerson} />}
    />
  );
}
