import { op, unsigned } from './encode.ts';

/** Code under construction: instructions and the locals they use. */
export interface Assembler {
  readonly code: readonly number[];
  /** Locals so far: the first ones are the caller's. */
  readonly locals: () => number;
  put(...instructions: readonly (readonly number[])[]): void;
  /** The same number in both lanes. */
  splat(value: number): void;
  /** A mask of all rows, or of none. */
  mask(all: boolean): void;
  /** A local that nothing else uses. */
  fresh(): number;
  get(local: number): void;
  set(local: number): void;
  tee(local: number): void;
}

export function createAssembler(firstLocal: number): Assembler {
  const code: number[] = [];
  let next = firstLocal;
  const put = (...instructions: readonly (readonly number[])[]): void => {
    for (const instruction of instructions) for (const byte of instruction) code.push(byte);
  };
  return {
    code,
    locals: () => next,
    put,
    splat(value) {
      const bytes = [...new Uint8Array(new Float64Array([value]).buffer)];
      put(op.v128Const, bytes, bytes);
    },
    mask: (all) =>
      put(
        op.v128Const,
        Array.from({ length: 16 }, () => (all ? 0xff : 0)),
      ),
    fresh: () => next++,
    get: (local) => put(op.localGet, unsigned(local)),
    set: (local) => put(op.localSet, unsigned(local)),
    tee: (local) => put(op.localTee, unsigned(local)),
  };
}
