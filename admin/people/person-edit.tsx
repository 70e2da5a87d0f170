import { Typography } from '@mui/material';
import { Edit, SaveButton, SimpleForm, TextInput, Toolbar, required } from 'react-admin';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** Changes what somebody is called. */
export function PersonEdit() {
  const t = useTexts(texts);
  return (
    <Edit
      title={t.editPerson}
      mutationMode="pessimistic"
      transform={({ name, reason }: { name: string; reason?: string }) => ({
        name,
        ...(reason !== undefined && reason !== '' && { reason }),
      })}
    >
      <SimpleForm
        warnWhenUnsavedChanges
        toolbar={
          <Toolbar>
            <SaveButton />
          </Toolbar>
        }
      >
        <Typography color="text.secondary">{t.nameHint}</Typography>
        <TextInput source="name" label={t.name} validate={required()} />
        <TextInput source="reason" label={t.reason} fullWidth />
      </SimpleForm>
    </Edit>
  );
}
