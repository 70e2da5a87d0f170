import { figureLimit, type Node, type NodeRef } from '../node.ts';
import { largest, smallest, ulp } from '../real.ts';
import { moduleOf, op, signed, unsigned } from './encode.ts';

/** What of a node is asked for: its figure; the bound of a real's error; the mask of where a truth is true, or false. */
type Part = 'value' | 'error' | 'true' | 'false';

/** How many rows are computed in one call. */
export const blockRows = 1024;
const stride = blockRows * 8;

/** What a module writes, a column each: figures and texts, and 52 truths to a column as bits of a whole number. */
export interface Outputs {
  readonly values: readonly NodeRef[];
  readonly truths: readonly NodeRef[];
}

export const truthsInColumn = 52;

/** A module for the nodes, and where its columns begin in its memory: inputs first, then outputs, then a mask of rows that it could not decide. */
export interface Emitted {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly columns: number;
}

/**
 * Straight-line SIMD code, two rows at a time. Masks of true and of false make three-valued logic of three
 * instructions, and need no test for missing figures: comparing NaN gives neither.
 */
export function emit(nodes: readonly Node[], inputs: number, outputs: Outputs): Emitted {
  const uses = usesOf(nodes, outputs);
  const locals = new Map<string, number>();
  const code: number[] = [];
  const undecided = 2;
  let nextLocal = 3;
  const put = (...parts: readonly (readonly number[])[]): void => {
    for (const part of parts) for (const byte of part) code.push(byte);
  };
  const splat = (value: number) => {
    const bytes = [...new Uint8Array(new Float64Array([value]).buffer)];
    put(op.v128Const, bytes, bytes);
  };
  const address = (column: number) => [3, ...unsigned(column * stride)];
  const get = (local: number) => put(op.localGet, unsigned(local));
  const set = (local: number) => put(op.localSet, unsigned(local));
  const fresh = () => nextLocal++;
  /** Adds a mask on the stack to those of the rows that are undecided. */
  const doubt = () => {
    get(undecided);
    put(op.or);
    set(undecided);
  };

  put(op.block, op.loop);
  put(op.localGet, [1], op.localGet, [0], op.i32GeU, op.brIf, [1]);
  splat(0);
  set(undecided);
  for (const ref of nodes.keys()) {
    for (const part of ['value', 'error', 'true', 'false'] as const) {
      if ((uses.get(key(ref, part)) ?? 0) > 1 && nodes[ref]!.op !== 'constant') {
        compute(ref, part);
        const local = fresh();
        locals.set(key(ref, part), local);
        set(local);
      }
    }
  }
  let column = inputs;
  const store = (value: () => void) => {
    get(1);
    value();
    put(op.v128Store, address(column));
    column += 1;
  };
  for (const ref of outputs.values) store(() => push(ref, isTruth(ref) ? 'true' : 'value'));
  for (let first = 0; first < outputs.truths.length; first += truthsInColumn) {
    const group = outputs.truths.slice(first, first + truthsInColumn);
    store(() => {
      for (const [bit, ref] of group.entries()) {
        splat(2 ** bit);
        push(ref, 'true');
        put(op.and);
        if (bit > 0) put(op.add);
      }
    });
  }
  store(() => get(undecided));
  put(op.localGet, [1], op.i32Const, signed(16), op.i32Add, op.localSet, [1]);
  put(op.br, [0], op.end, op.end);
  return { bytes: moduleOf(nextLocal - 2, code), columns: column };

  function isTruth(ref: NodeRef): boolean {
    return nodes[ref]!.kind.kind === 'truth';
  }

  /** Puts a part of a node on the stack. */
  function push(ref: NodeRef, part: Part): void {
    const local = locals.get(key(ref, part));
    if (local !== undefined) get(local);
    else compute(ref, part);
  }

  function compute(ref: NodeRef, part: Part): void {
    const { op: name, args, value, kind } = nodes[ref]!;
    if (name === 'constant') return constant(value, part);
    if (part === 'true' || part === 'false') return truth(ref, part);
    if (part === 'error') return error(ref);
    const [a = 0, b = 0, c = 0] = args;
    switch (name) {
      case 'load':
        put(op.localGet, [1], op.v128Load, address(value));
        if (kind.kind === 'whole') doubtBeyondLimit();
        return;
      case 'add':
      case 'sub':
      case 'min':
      case 'max':
        push(a, 'value');
        push(b, 'value');
        return put(op[name]);
      case 'mul':
        push(a, 'value');
        push(b, 'value');
        put(op.mul);
        if (kind.kind === 'real') doubtBeyond(largest);
        return;
      case 'div': {
        // Where the divisor may be zero.
        push(b, 'value');
        put(op.abs);
        push(b, 'error');
        put(op.le);
        doubt();
        push(a, 'value');
        push(b, 'value');
        put(op.div);
        return doubtBeyond(largest);
      }
      case 'real':
        push(a, 'value');
        splat(10 ** value);
        return put(op.div);
      case 'ratio': {
        // NaN where the divisor is zero.
        push(a, 'value');
        push(b, 'value');
        put(op.div);
        scale(value);
        splat(Number.NaN);
        push(b, 'value');
        splat(0);
        put(op.ne, op.bitselect);
        return;
      }
      case 'round':
        return nodes[a]!.kind.kind === 'real' ? roundReal(a, value) : roundWhole(a, value);
      case 'choose':
        push(b, 'value');
        push(c, 'value');
        push(a, 'true');
        return put(op.bitselect);
      default:
        throw new Error(`${name} has no value`);
    }
  }

  function constant(value: number, part: Part): void {
    switch (part) {
      case 'value':
        return splat(value);
      case 'error':
        return splat(0);
      case 'true':
        return mask(value === 1);
      case 'false':
        return mask(value === 0);
    }
  }

  function mask(all: boolean): void {
    put(
      op.v128Const,
      Array.from({ length: 16 }, () => (all ? 0xff : 0)),
    );
  }

  function scale(places: number): void {
    if (places === 0) return;
    splat(10 ** Math.abs(places));
    put(places > 0 ? op.mul : op.div);
  }

  /** The value on the stack stays there; rows where it is beyond a limit are undecided. */
  function doubtBeyond(limit: number): void {
    const local = fresh();
    set(local);
    get(local);
    put(op.abs);
    splat(limit);
    put(op.gt);
    doubt();
    get(local);
  }

  function doubtBeyondLimit(): void {
    doubtBeyond(figureLimit);
  }

  function truth(ref: NodeRef, part: 'true' | 'false'): void {
    const { op: name, args } = nodes[ref]!;
    const [a = 0, b = 0, c = 0] = args;
    switch (name) {
      case 'less':
      case 'equal':
        return nodes[a]!.kind.kind === 'real' ? orderReal(name, a, b, part) : orderWhole(name, a, b, part);
      case 'missing':
        missing(a, part);
        return;
      case 'and':
      case 'or': {
        const every = (name === 'and') === (part === 'true');
        for (const [index, arg] of args.entries()) {
          push(arg, part);
          if (index > 0) put(every ? op.and : op.or);
        }
        return;
      }
      case 'not':
        return push(a, part === 'true' ? 'false' : 'true');
      case 'choose':
        push(b, part);
        push(c, part);
        push(a, 'true');
        return put(op.bitselect);
      default:
        throw new Error(`${name} is no truth`);
    }
  }

  function missing(ref: NodeRef, part: 'true' | 'false'): void {
    if (isTruth(ref)) {
      push(ref, 'true');
      push(ref, 'false');
      put(op.or);
      if (part === 'true') put(op.not);
      return;
    }
    push(ref, 'value');
    push(ref, 'value');
    put(part === 'true' ? op.ne : op.eq);
  }

  function orderWhole(name: 'less' | 'equal', a: NodeRef, b: NodeRef, part: 'true' | 'false'): void {
    if (isTruth(a)) {
      // Of two truths: both so, or both not.
      const [same, other] = part === 'true' ? (['true', 'false'] as const) : (['false', 'true'] as const);
      push(a, 'true');
      push(b, same);
      put(op.and);
      push(a, 'false');
      push(b, other);
      return put(op.and, op.or);
    }
    push(a, 'value');
    push(b, 'value');
    if (part === 'true') return put(name === 'less' ? op.lt : op.eq);
    if (name === 'less') return put(op.ge);
    put(op.lt);
    push(a, 'value');
    push(b, 'value');
    put(op.gt, op.or);
  }

  function orderReal(name: 'less' | 'equal', a: NodeRef, b: NodeRef, part: 'true' | 'false'): void {
    const difference = fresh();
    push(a, 'value');
    push(b, 'value');
    put(op.sub);
    set(difference);
    // Undecided unless it is greater than its error; not where one is missing.
    get(difference);
    put(op.abs);
    push(a, 'error');
    push(b, 'error');
    put(op.add);
    get(difference);
    put(op.abs);
    splat(ulp);
    put(op.mul, op.add, op.gt, op.not);
    get(difference);
    get(difference);
    put(op.eq, op.and);
    doubt();
    get(difference);
    splat(0);
    if (name === 'less') return put(part === 'true' ? op.lt : op.gt);
    if (part === 'true') return put(op.eq);
    put(op.lt);
    get(difference);
    splat(0);
    put(op.gt, op.or);
  }

  function roundWhole(a: NodeRef, divisor: number): void {
    const figure = fresh();
    push(a, 'value');
    put(op.localTee, unsigned(figure), op.abs);
    splat(divisor / 2);
    put(op.add);
    splat(divisor);
    put(op.div, op.floor);
    withSignOf(figure);
  }

  /** The sign of a local on what is on the stack. */
  function withSignOf(local: number): void {
    get(local);
    splat(-0);
    put(op.and, op.or);
  }

  function roundReal(a: NodeRef, places: number): void {
    const [figure, size, whole] = [fresh(), fresh(), fresh()];
    push(a, 'value');
    splat(10 ** places);
    put(op.mul, op.localTee, unsigned(figure), op.abs, op.localTee, unsigned(size), op.floor);
    set(whole);
    // Undecided: so near to a half, or to nothing known, that its error may reach over; not where it is missing.
    const error = fresh();
    push(a, 'error');
    splat(10 ** places);
    put(op.mul);
    get(size);
    splat(2 * ulp);
    put(op.mul, op.add);
    set(error);
    get(size);
    get(whole);
    put(op.sub);
    splat(0.5);
    put(op.sub, op.abs);
    get(error);
    put(op.le);
    get(error);
    splat(0.25);
    put(op.lt, op.not, op.or);
    get(size);
    splat(figureLimit);
    put(op.gt, op.or);
    get(figure);
    get(figure);
    put(op.eq, op.and);
    doubt();
    get(whole);
    splat(1);
    put(op.add);
    get(whole);
    get(size);
    get(whole);
    put(op.sub);
    splat(0.5);
    put(op.lt, op.not, op.bitselect);
    withSignOf(figure);
  }

  function error(ref: NodeRef): void {
    const { op: name, args } = nodes[ref]!;
    const [a = 0, b = 0, c = 0] = args;
    const own = (times: number) => {
      push(ref, 'value');
      put(op.abs);
      splat(times * ulp);
      put(op.mul, op.add);
    };
    switch (name) {
      case 'real':
        push(ref, 'value');
        put(op.abs);
        splat(ulp);
        return put(op.mul);
      case 'ratio':
        push(ref, 'value');
        put(op.abs);
        splat(3 * ulp);
        return put(op.mul);
      case 'add':
      case 'sub':
        push(a, 'error');
        push(b, 'error');
        put(op.add);
        return own(1);
      case 'mul':
        push(a, 'error');
        push(b, 'value');
        put(op.abs, op.mul);
        push(b, 'error');
        push(a, 'value');
        put(op.abs, op.mul, op.add);
        push(a, 'error');
        push(b, 'error');
        put(op.mul, op.add);
        splat(smallest);
        put(op.add);
        return own(1);
      case 'div':
        push(a, 'error');
        push(ref, 'value');
        put(op.abs);
        push(b, 'error');
        put(op.mul, op.add);
        push(b, 'value');
        put(op.abs);
        push(b, 'error');
        put(op.sub, op.div);
        splat(smallest);
        put(op.add);
        return own(2);
      case 'min':
      case 'max':
        push(a, 'error');
        push(b, 'error');
        return put(op.max);
      case 'choose':
        push(b, 'error');
        push(c, 'error');
        push(a, 'true');
        return put(op.bitselect);
      default:
        throw new Error(`${name} has no error`);
    }
  }
}

function key(ref: NodeRef, part: Part): string {
  return `${ref} ${part}`;
}

/** How often each part of each node is pushed, from the outputs back. */
function usesOf(nodes: readonly Node[], outputs: Outputs): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const use = (ref: NodeRef, part: Part): void => {
    const count = (uses.get(key(ref, part)) ?? 0) + 1;
    uses.set(key(ref, part), count);
    if (count > 1) return;
    for (const [arg, wanted] of askedBy(nodes, ref, part)) use(arg, wanted);
  };
  for (const ref of outputs.values) use(ref, nodes[ref]!.kind.kind === 'truth' ? 'true' : 'value');
  for (const ref of outputs.truths) use(ref, 'true');
  return uses;
}

/** The parts of its arguments that computing a part of a node pushes, as often as it does. */
function askedBy(nodes: readonly Node[], ref: NodeRef, part: Part): [NodeRef, Part][] {
  const { op: name, args } = nodes[ref]!;
  const all = (wanted: Part): [NodeRef, Part][] => args.map((arg) => [arg, wanted]);
  const [a = 0, b = 0, c = 0] = args;
  const real = (arg: NodeRef) => nodes[arg]!.kind.kind === 'real';
  switch (name) {
    case 'load':
    case 'constant':
      return [];
    case 'choose':
      return [
        [a, 'true'],
        [b, part],
        [c, part],
      ];
    case 'not':
      return [[a, part === 'true' ? 'false' : 'true']];
    case 'and':
    case 'or':
      return all(part);
    case 'missing':
      return nodes[a]!.kind.kind === 'truth'
        ? [
            [a, 'true'],
            [a, 'false'],
          ]
        : [
            [a, 'value'],
            [a, 'value'],
          ];
    case 'less':
    case 'equal':
      if (nodes[a]!.kind.kind === 'truth') return [...all('true'), ...all('false')];
      return real(a) ? [...all('value'), ...all('error')] : [...all('value'), ...all('value')];
    case 'round':
      return real(a)
        ? [
            [a, 'value'],
            [a, 'error'],
          ]
        : all('value');
    default:
      if (part === 'error') return askedByError(name, ref, args);
      if (name === 'div') return [...all('value'), ...all('value'), [b, 'error']];
      return name === 'ratio' ? [...all('value'), [b, 'value']] : all('value');
  }
}

function askedByError(name: Node['op'], ref: NodeRef, args: readonly NodeRef[]): [NodeRef, Part][] {
  const all = (wanted: Part): [NodeRef, Part][] => args.map((arg) => [arg, wanted]);
  const own: [NodeRef, Part] = [ref, 'value'];
  switch (name) {
    case 'real':
    case 'ratio':
      return [own];
    case 'min':
    case 'max':
      return all('error');
    case 'mul':
      return [own, ...all('error'), ...all('error'), ...all('value')];
    case 'div':
      return [own, own, ...all('error'), ...all('error'), ...all('value')];
    default:
      return [own, ...all('error')];
  }
}
