import { Alert, Box, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import { lastDay } from '../shared/period-days.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

/** Whose statement it is, of which period and by which model; and whether it is final. */
export function StatementHead({ view }: { readonly view: View }) {
  const t = useTexts(texts);
  const { statement, model, name, stageName } = view;
  const { person, team, role, stage, period, state, version } = statement;
  const facts: readonly (readonly [string, string])[] = [
    [t.team, team],
    [t.role, statement.roleName === undefined ? (role ?? t.noRole) : name(statement.roleName)],
    [t.stage, stageName(stage)],
    [t.period, `${period.id} (${fill(t.days, { from: period.start, to: lastDay(period.end) })})`],
    [t.model, version === null ? name(model.name) : fill(t.version, { model: name(model.name), version })],
    [t.state, t[state]],
  ];
  const hints = { open: t.openHint, locked: t.lockedHint, superseded: t.supersededHint };
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box>
        <Typography variant="body2" color="text.secondary">
          {name(statement.company.name)} · {t.title}
        </Typography>
        <Typography variant="h1">{person.name ?? t.nameErased}</Typography>
      </Box>
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))', gap: 1.5, m: 0 }}
      >
        {facts.map(([term, fact]) => (
          <Box key={term}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {term}
            </Typography>
            <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {fact}
            </Typography>
          </Box>
        ))}
      </Box>
      <Alert severity={state === 'locked' ? 'success' : state === 'open' ? 'info' : 'warning'}>
        {hints[state]}
      </Alert>
    </Box>
  );
}
