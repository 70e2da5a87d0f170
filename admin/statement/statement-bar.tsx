import PrintIcon from '@mui/icons-material/Print';
import { Box, Button } from '@mui/material';
import { Link } from 'react-router-dom';
import type { Statement } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { useTexts } from '../texts/use-texts.ts';
import { PersonSwitcher } from './person-switcher.tsx';
import { texts } from './texts.ts';

/** What can be done with a statement; not on paper. */
export function StatementBar({ statement: { run, person } }: { readonly statement: Statement }) {
  const t = useTexts(texts);
  const can = useCan();
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {can('read', 'result') && <PersonSwitcher run={run} current={person} />}
      <Box sx={{ flexGrow: 1 }} />
      {can('read', 'comparison') ? (
        <Button component={Link} to={`/runs/${encodeURIComponent(run)}`}>
          {t.toRun}
        </Button>
      ) : (
        <Button component={Link} to="/statements">
          {t.statements}
        </Button>
      )}
      <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => window.print()}>
        {t.print}
      </Button>
    </Box>
  );
}
