import { Box, Card, CardContent, List, ListItem, ListItemText, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { gradeReasons, proposedActions } from './grade-view.ts';
import { Section } from '../shared/section.tsx';
import { texts } from './texts.ts';
import { setAsideLines } from '../../sentences/extra-lines.ts';
import type { View } from './view.ts';

/** The sum of the points, and the band or rule that made the grade of it. */
export function WhyGrade({ view }: { readonly view: View }) {
  const t = useTexts(texts);
  const reasons = gradeReasons(view);
  if (reasons.length === 0) return null;
  return (
    <Section title={t.why}>
      <Card variant="outlined">
        <CardContent sx={{ display: 'grid', gap: 1 }}>
          {reasons.map((reason) => (
            <Typography key={reason} sx={{ overflowWrap: 'anywhere' }}>
              {reason}
            </Typography>
          ))}
        </CardContent>
      </Card>
    </Section>
  );
}

/** What the rules propose; people decide. */
export function Actions({ view }: { readonly view: View }) {
  const t = useTexts(texts);
  const actions = proposedActions(view);
  if (actions.length === 0) {
    return (
      <Section title={t.actions}>
        <Typography>{t.noActions}</Typography>
        <SetAside view={view} />
      </Section>
    );
  }
  return (
    <Section title={t.actions} note={t.actionsHint}>
      <Card variant="outlined">
        <List dense disablePadding>
          {actions.map(({ rule, name, details, because }, index) => (
            <ListItem key={rule} divider={index < actions.length - 1}>
              <ListItemText
                primary={name}
                secondary={
                  <>
                    {because !== '' && fill(t.because, { because })}
                    {details.length > 0 && (
                      <Box component="span" className="no-print" sx={{ display: 'block' }}>
                        {fill(t.forPrograms, { details: details.join(t.comma) })}
                      </Box>
                    )}
                  </>
                }
              />
            </ListItem>
          ))}
        </List>
      </Card>
      <SetAside view={view} />
    </Section>
  );
}

/** What a conflict took out of the proposals. */
function SetAside({ view }: { readonly view: View }) {
  return setAsideLines(view).map((line) => (
    <Typography key={line} variant="body2" color="text.secondary">
      {line}
    </Typography>
  ));
}
