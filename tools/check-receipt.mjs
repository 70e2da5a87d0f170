#!/usr/bin/env node
/**
 * Recomputes receipts to the last digit. Stands alone: it knows the 15 operations and no model, and imports nothing
 * of Meritscale. Reads a receipt, or lines of JSON that are receipts or have one as "receipt", from the files named
 * or from standard input; prints what does not come out, and how many it looked at.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const read = (value) => {
  if (typeof value !== 'string' || value.startsWith("'")) return value;
  const [, sign, whole, fraction = '', divisor = '1'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:\/(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) throw new Error(`not a value: ${value}`);
  const n = BigInt(whole + fraction);
  return { n: sign === '-' ? -n : n, d: 10n ** BigInt(fraction.length) * BigInt(divisor) };
};
const isNumber = (a) => typeof a === 'object' && a !== null;
const order = (a, b) => a.n * b.d - b.n * a.d;
const same = (a, b) => (isNumber(a) && isNumber(b) ? order(a, b) === 0n : a === b);
const all = (...args) => args.every(isNumber);
const fold = (step) => (args) =>
  all(...args) ? args.reduce((a, b) => (isNumber(a) ? step(a, b) : null)) : null;
const known = (args, answer) => (args.includes(null) ? null : answer(...args));
const signed = (n, d) => (d < 0n ? { n: -n, d: -d } : { n, d });
const round = (a, places) => {
  const scale = 10n ** BigInt(places);
  const size = a.n < 0n ? -a.n : a.n;
  const units = (2n * size * scale + a.d) / (2n * a.d);
  return { n: a.n < 0n ? -units : units, d: scale };
};

const operations = {
  add: fold((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })),
  sub: fold((a, b) => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })),
  mul: fold((a, b) => ({ n: a.n * b.n, d: a.d * b.d })),
  div: fold((a, b) => (b.n === 0n ? null : signed(a.n * b.d, a.d * b.n))),
  min: fold((a, b) => (order(b, a) < 0n ? b : a)),
  max: fold((a, b) => (order(b, a) > 0n ? b : a)),
  round: ([a], places) => (isNumber(a) ? round(a, places) : null),
  less: (args) => known(args, (a, b) => all(a, b) && order(a, b) < 0n),
  equal: (args) => known(args, same),
  missing: ([a]) => a === null,
  and: (args) => (args.includes(false) ? false : known(args, () => true)),
  or: (args) => (args.includes(true) ? true : known(args, () => false)),
  not: (args) => known(args, (a) => a === false),
  choose: ([condition, yes, no]) => (condition === true ? yes : no),
};

/** What does not come out in a receipt: a line each, none where all is well. */
export function checkReceipt(receipt) {
  const values = new Map();
  const wrong = [];
  for (const { id, op, args, value } of receipt.entries) {
    const printed = read(value);
    if (values.has(id)) wrong.push(`${id} stands twice`);
    values.set(id, printed);
    if (op === 'given') continue;
    const places = args.find((arg) => typeof arg === 'number');
    const inputs = args.filter((arg) => typeof arg === 'string');
    const unknown = inputs.find((arg) => arg === id || !values.has(arg));
    if (unknown !== undefined || !Object.hasOwn(operations, op)) {
      wrong.push(`${id} needs ${unknown ?? op}, which is not there`);
      continue;
    }
    const result = operations[op](
      inputs.map((arg) => values.get(arg)),
      places,
    );
    if (!same(result, printed)) wrong.push(`${id} = ${op}(${args.join(', ')}) is not ${String(value)}`);
  }
  if (!values.has('grade') || !values.has('composite')) wrong.push('it ends in no grade');
  return wrong.map((text) => `${receipt.subject}: ${text}`);
}

const receiptsIn = (text) => {
  const documents = text.trimStart().startsWith('{\n')
    ? [text]
    : text.split('\n').filter((line) => line.trim());
  return documents
    .map((line) => JSON.parse(line))
    .map((item) => item.receipt ?? item)
    .filter((item) => item.entries);
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = process.argv.length > 2 ? process.argv.slice(2) : [0];
  const receipts = files.flatMap((file) => receiptsIn(readFileSync(file, 'utf8')));
  const wrong = receipts.flatMap(checkReceipt);
  for (const line of wrong) console.log(line);
  console.log(`${receipts.length} receipts, ${wrong.length} wrong`);
  process.exitCode = receipts.length > 0 && wrong.length === 0 ? 0 : 1;
}
