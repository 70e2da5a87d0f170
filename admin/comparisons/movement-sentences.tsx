import { Box, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import { directionOf, grouped, signed } from '../shared/figures.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { MetricFacts } from './movement-facts.ts';
import type { RuleChange } from './rule-changes.ts';
import { texts } from './texts.ts';

/** A sentence for each metric: what its rule and its data did, and by what. */
export function MovementSentences({ facts }: { readonly facts: readonly MetricFacts[] }) {
  const t = useTexts(texts);
  const label = useLabel();
  const why = (change: RuleChange) =>
    'before' in change
      ? fill(t[change.kind], { before: change.before ?? t.noLimit, after: change.after ?? t.noLimit })
      : t[change.kind];
  const rulePart = ({ rule, changes, reweighted }: MetricFacts): string[] => {
    if (rule === null || (directionOf(rule) === 'same' && changes.length === 0)) return [];
    const reasons = reweighted ? t.reweighted : changes.map(why).join(t.comma);
    return [fill(t.rulePart, { why: reasons, change: signed(rule) })];
  };
  const dataPart = ({ data, value, unit }: MetricFacts): string[] => {
    if (data === null || directionOf(data) === 'same') return [];
    if (value.before === value.after)
      return [fill(t.dataPart, { why: t.otherFigures, change: signed(data) })];
    const [before, after] = [value.before, value.after].map((figure) =>
      figure === null ? t.missing : `${grouped(figure)}${unit === '%' ? ' %' : ''}`,
    );
    return [fill(t.dataPart, { why: fill(t.valueMoved, { before, after }), change: signed(data) })];
  };
  if (facts.length === 0) return <Typography>{t.noDetails}</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, maxWidth: 960, overflowWrap: 'anywhere' }}>
      {facts.map((metric) => {
        const parts = [...rulePart(metric), ...dataPart(metric)];
        return (
          <li key={metric.id}>
            {fill(t.sentence, {
              metric: label(metric.name),
              parts: parts.length === 0 ? t.unknownPart : parts.join(t.semicolon),
            })}
          </li>
        );
      })}
    </Box>
  );
}
