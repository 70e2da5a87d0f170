import { Box, Checkbox, FormControl, FormControlLabel, FormHelperText, FormLabel } from '@mui/material';
import { useId } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { missingOf, roles, takesTeams, ticked, type Choice } from './grants.ts';
import { roleTexts } from './role-texts.ts';
import { TeamsField } from './teams-field.tsx';
import { texts } from './texts.ts';
import { useRoleNames } from './use-role-names.ts';

interface Props {
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
  /** Whether what is missing is to be said: not before somebody tried to save. */
  readonly strict: boolean;
  /** Where a heading says already what it is. */
  readonly titled?: boolean;
}

/** A tick for each role, with what it may do; for managers, which teams. */
export function RolesField({ value, onChange, strict, titled = false }: Props) {
  const t = useTexts(texts);
  const about = useTexts(roleTexts);
  const { names } = useRoleNames();
  const id = useId();
  const missing = strict ? missingOf(value) : undefined;
  return (
    <FormControl component="fieldset" error={missing === 'role'} sx={{ minWidth: 0 }}>
      <FormLabel component="legend" {...(titled && { className: 'visually-hidden' })}>
        {t.roles}
      </FormLabel>
      {roles.map((role) => {
        const teams = value[role];
        return (
          <Box key={role} sx={{ py: 0.5 }}>
            <FormControlLabel
              control={
                <Checkbox
                  checked={teams !== undefined}
                  onChange={(_, on) => onChange(ticked(value, role, on))}
                  slotProps={{ input: { 'aria-describedby': `${id}-${role}` } }}
                  sx={{ py: 0.25 }}
                />
              }
              label={names[role]}
            />
            <FormHelperText id={`${id}-${role}`} error={false} sx={{ ml: 4, mr: 0, mt: 0 }}>
              {about[role]}
            </FormHelperText>
            {teams !== undefined && takesTeams(role) && (
              <TeamsField
                value={teams}
                onChange={(next) => onChange({ ...value, [role]: next })}
                missing={missing === 'teams'}
              />
            )}
          </Box>
        );
      })}
      <FormHelperText sx={{ ml: 0 }} {...(missing === 'role' && { role: 'alert' })}>
        {missing === 'role' ? t.roleMissing : t.rolesNote}
      </FormHelperText>
    </FormControl>
  );
}
