import { figureLimit, type NodeRef } from '../node.ts';
import { ulp } from '../real.ts';
import type { Assembler } from './assembler.ts';
import type { Emission } from './emission.ts';
import { op } from './encode.ts';

/** A whole number by a divisor, half-up, away from zero. */
export function emitRoundWhole({ push, to }: Emission, a: NodeRef, divisor: number): void {
  const figure = to.fresh();
  push(a, 'value');
  to.tee(figure);
  to.put(op.abs);
  to.splat(divisor / 2);
  to.put(op.add);
  to.splat(divisor);
  to.put(op.div, op.floor);
  withSignOf(to, figure);
}
function withSignOf(to: Assembler, local: number): void {
  to.get(local);
  to.splat(-0);
  to.put(op.and, op.or);
}
/** A real to so many places; undecided where its error reaches over a half. */
export function emitRoundReal({ push, doubt, to }: Emission, a: NodeRef, places: number): void {
  const [figure, size, whole] = [to.fresh(), to.fresh(), to.fresh()];
  push(a, 'value');
  to.splat(10 ** places);
  to.put(op.mul);
  to.tee(figure);
  to.put(op.abs);
  to.tee(size);
  to.put(op.floor);
  to.set(whole);
  // Undecided: so near to a half, or to nothing known, that its error may reach over; not where it is missing.
  const error = to.fresh();
  push(a, 'error');
  to.splat(10 ** places);
  to.put(op.mul);
  to.get(size);
  to.splat(2 * ulp);
  to.put(op.mul, op.add);
  to.set(error);
  to.get(size);
  to.get(whole);
  to.put(op.sub);
  to.splat(0.5);
  to.put(op.sub, op.abs);
  to.get(error);
  to.put(op.le);
  to.get(error);
  to.splat(0.25);
  to.put(op.lt, op.not, op.or);
  to.get(size);
  to.splat(figureLimit);
  to.put(op.gt, op.or);
  to.get(figure);
  to.get(figure);
  to.put(op.eq, op.and);
  doubt();
  to.get(whole);
  to.splat(1);
  to.put(op.add);
  to.get(whole);
  to.get(size);
  to.get(whole);
  to.put(op.sub);
  to.splat(0.5);
  to.put(op.lt, op.not, op.bitselect);
  withSignOf(to, figure);
}
