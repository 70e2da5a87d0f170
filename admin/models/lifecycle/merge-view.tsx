import { Alert, Box, Button, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useId, useMemo, useState } from 'react';
import { applyChanges } from '../../../engine/difference/apply.ts';
import { merge, type Collision } from '../../../engine/index.ts';
import { fill } from '../../../locales/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { useStages } from '../../people/use-stages.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { DiffSections } from '../diff/diff-view.tsx';
import { diffSections } from '../diff/sections.ts';
import { texts } from './texts.ts';

interface Props {
  /** What happened, in a sentence. */
  readonly what: string;
  readonly theyChanged: string;
  /** What both began with. */
  readonly base: Model;
  readonly theirs: Model;
  readonly mine: Model;
  readonly onMerged: (document: Model) => void;
  /** Throws mine away, where that can be. */
  readonly onTheirs?: () => void;
}

type Side = 'theirs' | 'mine';

/** Two people's changes of one document: what does not collide is taken over, about the rest one is asked. */
export function MergeView({ what, theyChanged, base, theirs, mine, onMerged, onTheirs }: Props) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const merged = useMemo(() => merge(base, theirs, mine, chosen), [base, theirs, mine, chosen]);
  const { collisions } = merged;
  const open = collisions.filter(({ id }) => !chosen.has(id)).length;
  return (
    <Alert
      severity="warning"
      role="alert"
      sx={{ '& .MuiAlert-message': { minWidth: 0, display: 'grid', gap: 1 } }}
    >
      <Typography>{what}</Typography>
      <Typography variant="h2">{theyChanged}</Typography>
      <DiffSections before={base} after={theirs}>
        {t.noChange}
      </DiffSections>
      <Typography variant="h2">{t.youChanged}</Typography>
      <DiffSections before={base} after={mine}>
        {t.noChange}
      </DiffSections>
      <Typography variant="h2">{t.collisions}</Typography>
      {collisions.length === 0 ? (
        <Typography>{t.noCollision}</Typography>
      ) : (
        collisions.map((collision) => (
          <Choice
            key={collision.id}
            base={base}
            collision={collision}
            chosen={chosen.get(collision.id)}
            onChoose={(side) => setChosen(new Map([...chosen, [collision.id, side]]))}
          />
        ))
      )}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Button
          color="inherit"
          variant="outlined"
          disabled={open > 0}
          onClick={() => onMerged(merged.document as Model)}
        >
          {t.bringTogether}
        </Button>
        {onTheirs !== undefined && (
          <Button color="inherit" onClick={onTheirs}>
            {t.seeTheirs}
          </Button>
        )}
        <output>{open > 0 ? fill(t.stillOpen, { count: open }) : ''}</output>
      </Box>
    </Alert>
  );
}

interface ChoiceProps {
  readonly base: Model;
  readonly collision: Collision;
  readonly chosen: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function Choice({ base, collision, chosen, onChoose }: ChoiceProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { name: stageName } = useStages();
  const id = useId();
  const said = (side: Side) => {
    const after = applyChanges(base, collision[side]) as Model;
    return diffSections(base, after, language, stageName)
      .flatMap(({ sentences }) => sentences.map(({ text }) => text))
      .join(t.between);
  };
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id}>{t.whichOne}</Typography>
      <RadioGroup value={chosen ?? ''} onChange={(_, side) => onChoose(side as Side)} aria-labelledby={id}>
        {(['theirs', 'mine'] as const).map((side) => (
          <FormControlLabel
            key={side}
            value={side}
            control={<Radio color="default" />}
            label={fill(side === 'theirs' ? t.takeTheirs : t.takeMine, { change: said(side) })}
          />
        ))}
      </RadioGroup>
    </Box>
  );
}
