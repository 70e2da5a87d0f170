import { expect, test } from 'vitest';
import { check, checkAgainstDatasets, compile, evaluate, tableOf } from '../../engine/index.ts';
import type { Pay } from '../../schemas/index.ts';
import { datasetsBeside, models, workedCases } from './rule-files.ts';

test('the checks of the engine find nothing in any model, alone or against its datasets', () => {
  const all = models();
  expect(all.length).toBeGreaterThanOrEqual(6);
  for (const { path, document } of all) {
    expect(check(document), path).toEqual([]);
    expect(checkAgainstDatasets(document, datasetsBeside(path)), path).toEqual([]);
  }
});

test('the engine gives what every worked case expects, to the last digit', () => {
  const all = models();
  let compared = 0;
  for (const { path, document, modelPath } of workedCases()) {
    const program = compile(all.find((item) => item.path === modelPath)!.document);
    const { table, issues } = tableOf(program.inputs, document.cases);
    expect(issues, path).toEqual([]);
    for (const [row, result] of evaluate(program, table).entries()) {
      const { subject, expected } = document.cases[row]!;
      compared += 1;
      const figures = (key: 'score' | 'weighted' | 'level' | 'target') =>
        Object.fromEntries(Object.entries(result.metrics).map(([id, metric]) => [id, metric[key]]));
      const actual = {
        composite: result.composite,
        grade: result.grade,
        weighted: figures('weighted'),
        scores: figures('score'),
        actions: result.actions.map(({ rule }) => rule),
        base: result.base,
        points: result.points,
        adjustment: result.adjustment,
        overlay: result.overlay,
        gates: result.gates,
        levels: figures('level'),
        targets: figures('target'),
        setAside: result.setAside?.map(({ rule }) => rule),
        ...(result.pay && { pay: paid(result.pay) }),
      };
      expect(actual, `${path} ${subject}`).toMatchObject(expected);
    }
  }
  expect(compared).toBeGreaterThanOrEqual(33);
});

function paid({ total, lines }: Pay) {
  return { ...Object.fromEntries(Object.entries(lines).map(([id, { amount }]) => [id, amount])), total };
}
