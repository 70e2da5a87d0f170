import { Alert, Button, List, ListItem } from '@mui/material';
import { fill } from '../../../locales/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useFindingText } from '../findings/use-finding-text.ts';
import type { Stretch } from './places.ts';
import type { PlacedIssue } from './read-model.ts';
import { texts } from './texts.ts';

interface Props {
  readonly issues: readonly PlacedIssue[];
  /** Whether the text is a model by its form. */
  readonly applicable: boolean;
  readonly onChoose: (place: Stretch) => void;
}

/** The problems of a text that is being written; each leads to its place. */
export function ProblemList({ issues, applicable, onChoose }: Props) {
  const t = useTexts(texts);
  const findingText = useFindingText();
  return (
    <Alert severity={applicable ? 'info' : 'error'} sx={{ '& .MuiAlert-message': { minWidth: 0 } }}>
      <output>{issues.length === 0 ? t.mayApply : fill(t.problems, { count: issues.length })}</output>
      <List dense disablePadding>
        {issues.map(({ issue, line, from, to }, index) => (
          <ListItem key={index} disablePadding>
            <Button
              color="inherit"
              onClick={() => onChoose({ from, to })}
              sx={{ textAlign: 'left', textDecoration: 'underline', p: 0.25 }}
            >
              {fill(t.lineOf, { line, text: findingText(issue) })}
            </Button>
          </ListItem>
        ))}
      </List>
    </Alert>
  );
}
