import { Box, Checkbox, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type { RunView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { inOrder } from './in-order.ts';
import { StartComparison } from './start-comparison.tsx';
import { texts } from './texts.ts';

/** Chooses a run for a comparison. */
export function ChooseRun({ run: { id, run } }: { readonly run: RunView }) {
  const t = useTexts(texts);
  const { selectedIds, onToggleItem } = useListContext<RunView>();
  const name = fill(t.choose, { run: id, period: run.period.id });
  return (
    <Checkbox
      size="small"
      checked={selectedIds.includes(id)}
      onChange={() => onToggleItem(id)}
      slotProps={{ input: { 'aria-label': name } }}
    />
  );
}

/** Compares the two runs that are chosen; says so as long as it cannot. */
export function CompareRuns() {
  const t = useTexts(texts);
  const { data = [], selectedIds } = useListContext<RunView>();
  const chosen = inOrder(data.filter(({ id }) => selectedIds.includes(id)));
  const [before, after] = chosen;
  if (before === undefined) return null;
  if (after === undefined || chosen.length > 2) return <Hint text={t.selectTwo} />;
  if (before.run.period.id !== after.run.period.id) return <Hint text={t.comparePeriods} />;
  return (
    <Box sx={{ p: 2 }}>
      <StartComparison
        key={`${before.id} ${after.id}`}
        before={before.id}
        after={after.id}
        label={t.compare}
        variant="contained"
      />
    </Box>
  );
}

function Hint({ text }: { readonly text: string }) {
  return (
    <Typography component="output" sx={{ display: 'block', p: 2 }}>
      {text}
    </Typography>
  );
}
