import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { Issue } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';
import { withNames, type IssueNames } from './issue-names.ts';
import { whereToMend } from './where-to-mend.ts';

interface Props {
  readonly issues: readonly Issue[];
  readonly names: IssueNames;
}

/** What was found, errors first, each with where it can be put right. */
export function Findings({ issues, names }: Props) {
  const t = useTexts(texts);
  if (issues.length === 0) return <Alert severity="success">{t.allWell}</Alert>;
  const groups = [
    { severity: 'error', title: t.errors },
    { severity: 'warning', title: t.warnings },
  ] as const;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {groups.map(({ severity, title }) => {
        const found = issues.filter((issue) => issue.severity === severity);
        if (found.length === 0) return null;
        return (
          <Alert key={severity} severity={severity} sx={{ '& .MuiAlert-message': { flexGrow: 1 } }}>
            <AlertTitle>{fill(title, { count: found.length })}</AlertTitle>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {found.map((issue) => (
                <Finding key={JSON.stringify(issue)} issue={issue} names={names} />
              ))}
            </Box>
          </Alert>
        );
      })}
    </Box>
  );
}

function Finding({ issue, names }: { readonly issue: Issue; readonly names: IssueNames }) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const mend = whereToMend(issue);
  const places = { data: t.toData, models: t.toModels, teams: t.toTeams };
  return (
    <li>
      {issueText(withNames(issue, names))}{' '}
      {mend !== undefined && (
        <Button
          component={Link}
          to={mend.address}
          size="small"
          color="inherit"
          sx={{ textDecoration: 'underline' }}
        >
          {places[mend.place]}
        </Button>
      )}
    </li>
  );
}
