import { Box, Button, Typography } from '@mui/material';
import { useGetOne, useRecordContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { fill } from '../../locales/index.ts';
import type { MovementView, ResultView, RunView } from '../../schemas/index.ts';
import { spaced } from '../shared/figures.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { BothModels } from './both-models.ts';
import { movementFacts } from './movement-facts.ts';
import { MovementSentences } from './movement-sentences.tsx';
import { MovementTable } from './movement-table.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly models: BothModels;
  readonly runs: { readonly before: RunView; readonly after: RunView };
}

/** What made one person move: the sum, a sentence for each metric, and the table in which the parts add up. */
export function MovementDetails({ models, runs }: Props) {
  const movement = useRecordContext<MovementView>();
  return movement === undefined ? null : <Shown movement={movement} models={models} runs={runs} />;
}

function Shown({ movement, models, runs }: Props & { readonly movement: MovementView }) {
  const t = useTexts(texts);
  const { before, after, person, name, rule, data } = movement;
  const statement = (side: 'before' | 'after') => `${runs[side].id}~${person}`;
  const results = {
    before: useGetOne<ResultView>('results', { id: statement('before') }, { enabled: before !== null }).data,
    after: useGetOne<ResultView>('results', { id: statement('after') }, { enabled: after !== null }).data,
  };
  const stayed = before !== null && after !== null;
  return (
    <Box
      component="section"
      id={`movement-${person}`}
      aria-label={fill(t.details, { name: name ?? person })}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: 1,
        p: 1,
        whiteSpace: 'normal',
        // The row is as wide as the table; on a phone its words stay in sight while the table moves.
        position: 'sticky',
        left: 0,
        maxWidth: { xs: 'calc(100vw - 48px)', md: 'none' },
      }}
    >
      {movement.cause === 'joined' && <Typography>{t.joinedHint}</Typography>}
      {movement.cause === 'left' && <Typography>{t.leftHint}</Typography>}
      {stayed && before.model !== after.model && (
        <Typography>
          {fill(t.modelMove, {
            before: models.before.modelName(before.model),
            after: models.after.modelName(after.model),
          })}
        </Typography>
      )}
      {stayed && before.composite !== null && after.composite !== null && rule !== null && data !== null && (
        <Typography sx={{ fontWeight: 600 }}>
          {fill(t.arithmetic, {
            before: before.composite,
            rule: spaced(rule),
            data: spaced(data),
            after: after.composite,
          })}
        </Typography>
      )}
      {stayed && <Moved movement={movement} models={models} results={results} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {(['before', 'after'] as const).map(
          (side) =>
            movement[side] !== null && (
              <Button
                key={side}
                size="small"
                variant="outlined"
                component={Link}
                to={`/statements/${encodeURIComponent(statement(side))}`}
              >
                {fill(t.toStatement, { which: t[side] })}
              </Button>
            ),
        )}
      </Box>
    </Box>
  );
}

function Moved({
  movement,
  models,
  results,
}: {
  readonly movement: MovementView;
  readonly models: BothModels;
  readonly results: Parameters<typeof movementFacts>[2];
}) {
  const facts = movementFacts(movement, models, results);
  return (
    <>
      <MovementSentences facts={facts} />
      {facts.length > 0 && <MovementTable movement={movement} facts={facts} />}
    </>
  );
}
