/** Instructions of WebAssembly as the emitter uses them; the names are those of the specification. */
export const op = {
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  end: [0x0b],
  br: [0x0c],
  brIf: [0x0d],
  localGet: [0x20],
  localSet: [0x21],
  localTee: [0x22],
  i32Const: [0x41],
  i32GeU: [0x4f],
  i32Add: [0x6a],
  v128Load: simd(0x00),
  v128Store: simd(0x0b),
  v128Const: simd(0x0c),
  eq: simd(0x47),
  ne: simd(0x48),
  lt: simd(0x49),
  gt: simd(0x4a),
  le: simd(0x4b),
  ge: simd(0x4c),
  not: simd(0x4d),
  and: simd(0x4e),
  or: simd(0x50),
  bitselect: simd(0x52),
  floor: simd(0x75),
  abs: simd(0xec),
  add: simd(0xf0),
  sub: simd(0xf1),
  mul: simd(0xf2),
  div: simd(0xf3),
  min: simd(0xf4),
  max: simd(0xf5),
} as const;

export const valueType = { i32: 0x7f, v128: 0x7b } as const;

function simd(code: number): readonly number[] {
  return [0xfd, ...unsigned(code)];
}

/** LEB128, unsigned. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const byte = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest === 0 ? byte : byte + 128);
  } while (rest !== 0);
  return bytes;
}

/** LEB128, signed, of a number that is not negative. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const byte = rest % 128;
    rest = Math.floor(rest / 128);
    // The highest bit of the last byte is the sign.
    if (rest === 0 && byte < 64) return [...bytes, byte];
    bytes.push(byte + 128);
  }
}

/**
 * A module with one exported function `run(bytes: i32)`, on a memory that it imports.
 * @param locals how many v128 it has, after its argument and one i32.
 */
export function moduleOf(locals: number, body: readonly number[]): Uint8Array<ArrayBuffer> {
  const code = [2, 1, valueType.i32, ...unsigned(locals), valueType.v128, ...body, ...op.end];
  const parts = [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, [1, 0x60, 1, valueType.i32, 0]),
    section(2, [1, ...name('m'), ...name('m'), 0x02, 0x00, 1]),
    section(3, [1, 0]),
    section(7, [1, ...name('run'), 0x00, 0]),
    section(10, [1, ...unsigned(code.length), ...code]),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): number[] {
  return [text.length, ...new TextEncoder().encode(text)];
}
