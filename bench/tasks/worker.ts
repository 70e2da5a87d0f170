import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { compile, rowEvaluator } from '../../engine/index.ts';
import { standardModel } from '../workload/model.ts';
import type { Person } from '../workload/people.ts';

/** A worker reads its share, judges it, and stores its results. */
const { result } = rowEvaluator(compile(standardModel), 2);

parentPort!.on('message', (path: string) => {
  const results = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => {
      const document = JSON.parse(line) as Person['facts'] & { subject: string };
      return JSON.stringify(result(document.subject, document));
    });
  writeFileSync(`${path}.results`, results.join('\n'));
  parentPort!.postMessage(results.length, []);
});
