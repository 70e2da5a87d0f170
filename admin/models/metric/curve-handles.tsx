import { Box, useTheme } from '@mui/material';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { fill } from '../../../locales/index.ts';
import type { CurveScoring } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { movedPoint } from './scorings.ts';
import { texts } from './texts.ts';

type Points = CurveScoring['points'];

interface Props {
  readonly points: Points;
  readonly onChange: (points: Points) => void;
}

const [width, height, margin] = [340, 160, 16];

/** The points of a curve to drag, or to move by the arrow keys: up and down the score, left and right the value. */
export function CurveHandles({ points, onChange }: Props) {
  const t = useTexts(texts);
  const { palette } = useTheme();
  const area = useRef<SVGSVGElement>(null);
  // While a point is held, the picture does not move beneath it.
  const [held, setHeld] = useState<{ readonly at: number; readonly frame: Frame }>();
  const frame = held?.frame ?? frameOf(points);
  const x = (value: number) =>
    margin + ((value - frame.left) / (frame.right - frame.left)) * (width - 2 * margin);
  const y = (score: number) =>
    height - margin - ((score - frame.low) / (frame.high - frame.low)) * (height - 2 * margin);
  const drag = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect();
    if (held === undefined || box === undefined) return;
    const share = (from: number, size: number, whole: number) =>
      ((from / size) * whole - margin) / (whole - 2 * margin);
    const value = frame.left + share(event.clientX - box.left, box.width, width) * (frame.right - frame.left);
    const score = frame.high - share(event.clientY - box.top, box.height, height) * (frame.high - frame.low);
    const bounded = Math.min(frame.high, Math.max(frame.low, score));
    const next = movedPoint(points, held.at, value, bounded, stepOf(frame.right - frame.left));
    if (next !== undefined) onChange(next);
  };
  const press = (event: KeyboardEvent, at: number) => {
    const { value, score } = points[at]!;
    const step = stepOf(frame.right - frame.left);
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
      ArrowRight: [step, 0],
      ArrowLeft: [-step, 0],
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const next = movedPoint(points, at, Number(value) + move[0], Number(score) + move[1], step);
    if (next !== undefined) onChange(next);
  };
  return (
    <Box
      component="svg"
      ref={area}
      role="group"
      aria-label={t.handles}
      viewBox={`0 0 ${width} ${height}`}
      onPointerMove={drag}
      onPointerUp={() => setHeld(undefined)}
      sx={{
        width: '100%',
        maxWidth: width,
        touchAction: 'none',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <polyline
        points={points.map(({ value, score }) => `${x(Number(value))},${y(Number(score))}`).join(' ')}
        fill="none"
        stroke={palette.primary.main}
        strokeWidth={2}
      />
      {points.map(({ value, score }, at) => (
        <circle
          key={at}
          role="slider"
          tabIndex={0}
          aria-label={fill(t.handle, { number: at + 1 })}
          aria-valuenow={Number(score)}
          aria-valuetext={fill(t.point, { value, score })}
          cx={x(Number(value))}
          cy={y(Number(score))}
          r={8}
          fill={palette.primary.main}
          style={{ cursor: 'grab' }}
          onPointerDown={(event) => {
            area.current?.setPointerCapture(event.pointerId);
            setHeld({ at, frame });
          }}
          onKeyDown={(event) => press(event, at)}
        />
      ))}
    </Box>
  );
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

function frameOf(points: Points): Frame {
  const values = points.map(({ value }) => Number(value));
  const scores = points.map(({ score }) => Number(score));
  const wide = Math.max(1, Math.max(...values) - Math.min(...values));
  const tall = Math.max(1, Math.max(...scores) - Math.min(...scores));
  return {
    left: Math.min(...values) - wide * 0.1,
    right: Math.max(...values) + wide * 0.1,
    low: Math.min(...scores) - tall * 0.15,
    high: Math.max(...scores) + tall * 0.15,
  };
}

/** A power of ten that the width of the picture has about a hundred of. */
function stepOf(wide: number): number {
  return 10 ** Math.round(Math.log10(wide / 100));
}
