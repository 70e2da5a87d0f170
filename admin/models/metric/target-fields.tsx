import { Box, Button } from '@mui/material';
import { lazy, Suspense } from 'react';
import { fill } from '../../../locales/index.ts';
import type { StageTarget, Target } from '../../../schemas/index.ts';
import { useStages } from '../../people/use-stages.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { DecimalField } from '../fields/decimal-field.tsx';
import { Row } from '../fields/row.tsx';
import type { MetricFieldsProps } from './metric-fields.ts';
import { texts } from './texts.ts';

// The builder of conditions is large.
const SchemaTarget = lazy(async () => ({ default: (await import('./schema-target.tsx')).SchemaTarget }));

const kinds = ['none', 'constant', 'measure', 'stage', 'condition', 'levels'] as const;

/** The target of a metric: none, one for all, one per person, one by business stage or by conditions, or several levels. */
export function TargetFields({ document, at, metric, set }: MetricFieldsProps) {
  const t = useTexts(texts);
  const label = useLabel();
  const { stages } = useStages();
  const { target } = metric;
  const pointer = `/metrics/${at}/target`;
  const change = (kind: (typeof kinds)[number]) => {
    const made: Readonly<Record<(typeof kinds)[number], Target | undefined>> = {
      none: undefined,
      constant: { kind: 'constant', value: 100 },
      measure: { kind: 'measure', measure: document.measures[0]!.id },
      stage: { kind: 'stage', stages: [{ stage: stages[0]?.id ?? document.stage, value: 100 }] },
      condition: {
        kind: 'condition',
        cases: [
          { conditions: { all: [{ fact: 'stage', operator: 'equal', value: document.stage }] }, value: 100 },
        ],
        otherwise: { value: 100 },
      },
      levels: {
        kind: 'levels',
        levels: [
          { id: 'base', name: { zh: '保底', en: 'Base' }, value: 80 },
          { id: 'target', name: { zh: '目标', en: 'Target' }, value: 100 },
        ],
      },
    };
    set('/target', made[kind]);
  };
  return (
    <>
      <Row>
        <ChoiceField
          label={t.targetKind}
          pointer={pointer}
          value={target?.kind ?? 'none'}
          options={kinds.map((id) => ({ id, name: t[`target_${id}`] }))}
          onChange={change}
        />
        {target?.kind === 'constant' && (
          <DecimalField
            label={t.targetValue}
            pointer={`${pointer}/value`}
            value={target.value}
            onChange={(value) => set('/target/value', value)}
          />
        )}
        {target?.kind === 'measure' && (
          <ChoiceField
            label={t.targetMeasure}
            pointer={`${pointer}/measure`}
            value={target.measure}
            options={document.measures.map(({ id, name }) => ({ id, name: label(name) }))}
            onChange={(measure) => set('/target/measure', measure)}
          />
        )}
      </Row>
      {(target?.kind === 'condition' || target?.kind === 'levels') && (
        <Suspense>
          <SchemaTarget document={document} target={target} pointer={pointer} set={set} />
        </Suspense>
      )}
      {target?.kind === 'stage' && <StageTargets target={target} pointer={pointer} set={set} />}
    </>
  );
}

interface StagesProps extends Pick<MetricFieldsProps, 'set'> {
  readonly target: StageTarget;
  readonly pointer: string;
}

function StageTargets({ target, pointer, set }: StagesProps) {
  const t = useTexts(texts);
  const { stages, name } = useStages();
  const used = new Set(target.stages.map(({ stage }) => stage));
  const free = stages.find(({ id }) => !used.has(id));
  return (
    <>
      {target.stages.map(({ stage, value }, index) => (
        <Row key={index}>
          <ChoiceField
            label={t.stageOf}
            pointer={`${pointer}/stages/${index}/stage`}
            value={stage}
            options={stages.map(({ id }) => ({ id, name: name(id) }))}
            onChange={(chosen) => set(`/target/stages/${index}/stage`, chosen)}
          />
          <DecimalField
            label={fill(t.targetOf, { stage: name(stage) })}
            pointer={`${pointer}/stages/${index}/value`}
            value={value}
            onChange={(next) => set(`/target/stages/${index}/value`, next)}
          />
          <Button
            disabled={target.stages.length === 1}
            aria-label={fill(t.removeStage, { stage: name(stage) })}
            onClick={() => set(`/target/stages/${index}`, undefined)}
          >
            {t.remove}
          </Button>
        </Row>
      ))}
      <Box>
        <Button
          variant="outlined"
          disabled={free === undefined}
          onClick={() => set('/target/stages', [...target.stages, { stage: free!.id, value: 100 }])}
        >
          {t.addStage}
        </Button>
      </Box>
    </>
  );
}
