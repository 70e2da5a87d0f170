import { Alert, Box, Button, Typography } from '@mui/material';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { fill } from '../../locales/index.ts';
import type { Model, WhatIfFigures } from '../../schemas/index.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { GradeShift } from './grade-shift.tsx';
import { texts } from './texts.ts';
import { whatIfStore } from './what-if-store.ts';

interface Props {
  readonly base: Model;
  readonly figures: WhatIfFigures;
  readonly document: Model;
}

/** Everybody judged by the draft as it stands: how many, who, where. Of other figures it is another panel. */
export function WhatIfPanel({ base, figures, document }: Props) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { number } = useFormat();
  const [store] = useState(() => whatIfStore(base, figures));
  const {
    judged,
    isBehind,
    timing,
    sensitivity: tried,
  } = useSyncExternalStore(store.subscribe, store.current);
  useEffect(() => store.judge(document), [store, document]);
  const sensitivity = tried?.model === document ? tried.of : undefined;
  if (judged === undefined) return <Typography role="status">{t.loading}</Typography>;
  const gradeName = (id: string | null) =>
    id === null
      ? t.noGrade
      : ([...document.grades, ...base.grades].find((grade) => grade.id === id)?.name[language] ?? id);
  const { people, moved, up, down, movers, teams } = judged;
  const shown = (text: string | null) => text ?? '—';
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {isBehind && <Alert severity="warning">{t.behind}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
        <Typography component="output" aria-live="polite">
          {fill(moved === 0 ? t.nobodyMoves : t.counts, { people: number(people), moved, up, down })}
        </Typography>
        {timing !== undefined && (
          <Typography variant="body2" color="text.secondary" data-testid="what-if-timing">
            {fill(timing.seen === undefined ? t.timing : t.timingSeen, {
              people: number(people),
              judging: timing.judging.toFixed(1),
              seen: timing.seen?.toFixed(0) ?? '',
            })}
          </Typography>
        )}
      </Box>
      <GradeShift grades={judged.grades} gradeName={gradeName} people={people} />
      {movers.length > 0 && (
        <>
          <Typography variant="h3">{t.movers}</Typography>
          {movers.length < moved && (
            <Typography variant="body2">{fill(t.moversFirst, { count: movers.length })}</Typography>
          )}
          <Box sx={{ maxHeight: 320, overflow: 'auto' }}>
            <PlainTable
              title={t.movers}
              columns={[
                { title: t.name },
                { title: t.team },
                { title: t.grade },
                { title: t.composite, number: true },
              ]}
              rows={movers.map((mover) => ({
                key: mover.id,
                cells: [
                  mover.name ?? `${t.nameErased} (${mover.id})`,
                  shown(mover.team),
                  fill(t.fromTo, { before: gradeName(mover.before), after: gradeName(mover.after) }),
                  fill(t.fromTo, {
                    before: shown(mover.compositeBefore),
                    after: shown(mover.compositeAfter),
                  }),
                ],
              }))}
            />
          </Box>
          <Typography variant="h3">{t.teams}</Typography>
          <PlainTable
            title={t.teams}
            columns={[
              { title: t.team },
              ...[t.people, t.up, t.down].map((title) => ({ title, number: true })),
            ]}
            rows={teams.map((team) => ({
              key: team.team ?? '',
              cells: [shown(team.team), team.people, team.up, team.down],
            }))}
          />
        </>
      )}
      <Typography variant="h3">{t.sensitivity}</Typography>
      <Typography variant="body2" color="text.secondary">
        {t.sensitivityHint}
      </Typography>
      {sensitivity === undefined ? (
        <Box>
          <Button variant="outlined" onClick={() => store.askSensitivity(document)}>
            {t.askSensitivity}
          </Button>
        </Box>
      ) : (
        <PlainTable
          title={t.sensitivity}
          columns={[{ title: t.metric }, { title: t.gradesChanged, number: true }]}
          rows={sensitivity.map(({ metric, moved: changed }) => ({
            key: metric,
            cells: [document.metrics.find(({ id }) => id === metric)?.name[language] ?? metric, changed],
          }))}
        />
      )}
    </Box>
  );
}
