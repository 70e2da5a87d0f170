import { Box } from '@mui/material';
import type { PreviewPoint } from './preview.ts';

interface Props {
  /** What is drawn, in words. */
  readonly label: string;
  /** What stands below and beside it. */
  readonly axes: readonly [result: string, score: string];
  readonly line: readonly PreviewPoint[];
  readonly points: readonly PreviewPoint[];
}

const [width, height, left, bottom, margin] = [340, 210, 46, 24, 22];

/** Scores over results; binary fractions are for drawing only. */
export function ScoreChart({ label, axes, line, points }: Props) {
  const [values, scores] = [rangeOf(line.map(({ value }) => value)), rangeOf(line.map(({ score }) => score))];
  const x = (value: string) => left + share(Number(value), values) * (width - left - margin);
  const y = (score: string) => height - bottom - share(Number(score), scores) * (height - bottom - margin);
  const path = line.map(({ value, score }) => `${x(value)},${y(score)}`).join(' ');
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      sx={{ width: '100%', maxWidth: width, flex: '1 1 240px', color: 'text.primary', fontSize: 12 }}
    >
      <line x1={left} y1={height - bottom} x2={width - margin} y2={height - bottom} stroke="currentColor" />
      <line x1={left} y1={margin} x2={left} y2={height - bottom} stroke="currentColor" />
      <text x={left - 6} y={12} fill="currentColor">
        {axes[1]}
      </text>
      <text x={(left + width - margin) / 2} y={height - 6} textAnchor="middle" fill="currentColor">
        {axes[0]}
      </text>
      {[values[0], values[1]].map((value, end) => (
        <text
          key={end}
          x={end === 0 ? left : width - margin}
          y={height - 6}
          textAnchor={end === 0 ? 'start' : 'end'}
          fill="currentColor"
        >
          {axisText(value)}
        </text>
      ))}
      {[scores[0], scores[1]].map((score, end) => (
        <text
          key={end}
          x={left - 6}
          y={y(String(score)) + (end === 0 ? 0 : 8)}
          textAnchor="end"
          fill="currentColor"
        >
          {axisText(score)}
        </text>
      ))}
      <Box
        component="polyline"
        points={path}
        sx={{ fill: 'none', stroke: (theme) => theme.palette.primary.main, strokeWidth: 2 }}
      />
      {points.map(({ value, score }) => (
        <Box
          key={value}
          component="circle"
          cx={x(value)}
          cy={y(score)}
          r={3.5}
          sx={{ fill: (theme) => theme.palette.primary.main }}
        />
      ))}
    </Box>
  );
}

function rangeOf(figures: readonly string[]): readonly [number, number] {
  const numbers = figures.map(Number);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return low === high ? [low - 1, high + 1] : [low, high];
}

function share(figure: number, [low, high]: readonly [number, number]): number {
  return (figure - low) / (high - low);
}

function axisText(figure: number): string {
  return String(Math.round(figure * 100) / 100);
}
