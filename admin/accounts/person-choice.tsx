import { Autocomplete, Box, TextField } from '@mui/material';
import { useDeferredValue, useState } from 'react';
import { useGetList } from 'react-admin';
import type { AccountView, PersonView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly value: PersonView | null;
  readonly onChange: (person: PersonView | null) => void;
  readonly missing: boolean;
}

/** Somebody of the company's people, found by a part of the name; who has an account cannot be chosen. */
export function PersonChoice({ value, onChange, missing }: Props) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState('');
  // The name of who is chosen is not a search: the others are to be seen again.
  const q = useDeferredValue(value !== null && typed === nameOf(value) ? '' : typed.trim());
  const { data: people = [] } = useGetList<PersonView>(
    'people',
    {
      filter: { q },
      sort: { field: 'name', order: 'ASC' },
      pagination: { page: 1, perPage: 50 },
    },
    { placeholderData: (before) => before },
  );
  const { data: accounts = [] } = useGetList<AccountView>('accounts', {
    pagination: { page: 1, perPage: 1000 },
    sort: { field: 'name', order: 'ASC' },
  });
  const taken = new Set(accounts.map(({ id }) => id));
  return (
    <Autocomplete
      disablePortal
      options={people}
      value={value}
      onChange={(_, person) => onChange(person)}
      inputValue={typed}
      onInputChange={(_, text) => setTyped(text)}
      // The server has looked already.
      filterOptions={(options) => options}
      getOptionKey={({ id }) => id}
      getOptionLabel={nameOf}
      getOptionDisabled={({ id }) => taken.has(id)}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      noOptionsText={t.nobodyFound}
      openText={t.openList}
      closeText={t.closeList}
      clearText={t.clear}
      renderOption={({ key, ...props }, person) => (
        <Box component="li" key={key} {...props}>
          {[
            nameOf(person),
            ...person.identifiers,
            person.team ?? '',
            taken.has(person.id) ? t.hasAccount : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          required
          label={t.person}
          error={missing}
          helperText={missing ? t.personMissing : t.personHint}
        />
      )}
    />
  );
}

function nameOf({ id, name }: PersonView): string {
  return name ?? id;
}
