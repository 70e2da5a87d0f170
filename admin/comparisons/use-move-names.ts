import type { GradeMoveKind } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** What the ways that a grade can move are called. */
export function useMoveNames(): Readonly<Record<GradeMoveKind, string>> {
  const t = useTexts(texts);
  return { up: t.moveUp, down: t.moveDown, same: t.moveSame, none: t.moveNone };
}
