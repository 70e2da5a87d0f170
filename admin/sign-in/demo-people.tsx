import { List, ListItem, ListItemButton, ListItemText, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { DemoPerson, Role } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

const order: readonly Role[] = [
  'hr',
  'salesOps',
  'director',
  'manager',
  'seller',
  'representative',
  'auditor',
  'admin',
];
/** So many sellers of each team: enough to see what one sees. */
const sellersOfTeam = 2;

interface Props {
  readonly people: readonly DemoPerson[];
  readonly onChoose: (person: string) => void;
}

/** The people of the demo company, by what they may do. */
export function DemoPeople({ people, onChoose }: Props) {
  const t = useTexts(texts);
  const shown = order.flatMap((role) => {
    const own = people.filter(({ grants }) => grants[0]?.role === role);
    if (role !== 'seller') return own;
    return own.filter(
      (person) => own.filter(({ team }) => team === person.team).indexOf(person) < sellersOfTeam,
    );
  });
  const about = ({ grants, team }: DemoPerson) => {
    const role = grants[0]?.role ?? 'seller';
    if (role === 'manager') return `${t.role_manager} · ${fill(t.manages, { team })}`;
    return role === 'seller' ? `${t.role_seller} · ${fill(t.ofTeam, { team })}` : t[`role_${role}`];
  };
  return (
    <>
      <Typography variant="h2">{t.demoTitle}</Typography>
      <Typography>{t.demoText}</Typography>
      <List>
        {shown.map((person) => (
          <ListItem key={person.person} disablePadding>
            <ListItemButton component="button" onClick={() => onChoose(person.person)}>
              <ListItemText primary={person.name} secondary={about(person)} />
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </>
  );
}
