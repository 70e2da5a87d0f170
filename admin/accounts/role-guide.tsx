import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import { useTexts } from '../texts/use-texts.ts';
import { roles } from './grants.ts';
import { roleTexts } from './role-texts.ts';
import { texts } from './texts.ts';
import { useRoleNames } from './use-role-names.ts';

/** What each role may do, for who wonders which one to give. */
export function RoleGuide() {
  const t = useTexts(texts);
  const about = useTexts(roleTexts);
  const { names } = useRoleNames();
  return (
    <Accordion disableGutters variant="outlined" slotProps={{ heading: { component: 'h2' } }}>
      <AccordionSummary expandIcon={<ExpandMoreIcon />}>
        <Typography component="span">{t.roleGuide}</Typography>
      </AccordionSummary>
      <AccordionDetails>
        <Box
          component="dl"
          sx={{ m: 0, display: 'grid', gridTemplateColumns: { sm: 'max-content 1fr' }, columnGap: 2 }}
        >
          {roles.map((role) => (
            <Box key={role} sx={{ display: 'contents' }}>
              <Typography component="dt" sx={{ fontWeight: 600 }}>
                {names[role]}
              </Typography>
              <Typography component="dd" sx={{ m: 0, mb: 1 }}>
                {about[role]}
              </Typography>
            </Box>
          ))}
        </Box>
        <Typography variant="body2">{t.rolesNote}</Typography>
      </AccordionDetails>
    </Accordion>
  );
}
