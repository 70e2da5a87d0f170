import { AutocompleteInput, DateInput, ReferenceInput, SelectInput, TextInput } from 'react-admin';
import type { PersonView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { resources } from './deeds.ts';
import { texts } from './texts.ts';

/** What the log can be narrowed to; the one of a single record appears where an address asks for it. */
export function useFilters() {
  const t = useTexts(texts);
  return [
    <SelectInput
      key="resource"
      source="resource"
      label={t.filterResource}
      choices={resources.map((id) => ({ id, name: t[`resource_${id}`] }))}
      translateChoice={false}
      emptyText={t.any}
      alwaysOn
    />,
    <ReferenceInput key="by" source="by" reference="people" sort={{ field: 'name', order: 'ASC' }} alwaysOn>
      <AutocompleteInput
        label={t.filterPerson}
        optionText={({ id, name }: PersonView) => name ?? id}
        filterToQuery={(q: string) => ({ q })}
        noOptionsText={t.nobodyFound}
        openText={t.openList}
        closeText={t.closeList}
        clearText={t.clear}
        disablePortal
        sx={{ minWidth: 200 }}
      />
    </ReferenceInput>,
    <DateInput key="from" source="from" label={t.filterFrom} alwaysOn />,
    <DateInput key="to" source="to" label={t.filterTo} alwaysOn />,
    <TextInput key="record" source="record" label={t.filterRecord} />,
  ];
}
