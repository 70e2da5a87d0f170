import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { check, compile, evaluate, explain, tableOf } from '../../engine/index.ts';
import { g3Model } from '../support/models.ts';

const rows = [
  {
    subject: 'A',
    figures: {
      attainment_figure: '110',
      nps_figure: 50,
      complaints_figure: '95.00',
      understanding_figure: 88,
    },
  },
  { subject: 'B', figures: { attainment_figure: 1, nps_figure: 2.5, referral_figure: '0.0001' } },
];

describe('the engine in a browser', () => {
  it('gives the same bytes without any of Node’s globals, and makes no code from text', async () => {
    const { outputFiles } = await build({
      stdin: { contents: `export * from './engine/index.ts'`, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      format: 'iife',
      globalName: 'engine',
      platform: 'browser',
      write: false,
      minify: true,
    });
    const code = outputFiles[0]!.text;
    console.log(`engine bundle: ${Math.round(code.length / 1024)} KiB`);
    // Only what a browser's language has: no process, no Buffer, no require; text is never made into code.
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
    runInContext('globalThis.TextEncoder = undefined; globalThis.input = undefined', context);
    runInContext(encoderForContext, context);
    runInContext(code, context);
    context['input'] = JSON.stringify({ model: g3Model(), rows });
    const there = runInContext(
      `(() => {
        const { model, rows } = JSON.parse(input);
        const issues = engine.check(model);
        const program = engine.compile(model);
        const { table } = engine.tableOf(program.inputs, rows);
        return JSON.stringify([issues, engine.evaluate(program, table), engine.explain(program, table, 1)]);
      })()`,
      context,
    ) as string;

    const program = compile(g3Model());
    const { table } = tableOf(program.inputs, rows);
    expect(there).toBe(
      JSON.stringify([check(g3Model()), evaluate(program, table), explain(program, table, 1)]),
    );
  });
});

/** TextEncoder is of the browser, not of the language; a bare context lacks it. */
const encoderForContext = `globalThis.TextEncoder = class {
  encode(text) { return Uint8Array.from(unescape(encodeURIComponent(text)), (c) => c.charCodeAt(0)); }
}`;
