import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Metric, Model } from '../../../schemas/index.ts';
import { meritscale } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';

const before = 'rules/examples/g3.model.json';

/** A changed model and a file of subjects. */
function files() {
  const folder = temporaryFolder();
  const after = join(folder, 'after.model.json');
  const subjects = join(folder, 'subjects.csv');
  const model = JSON.parse(readFileSync(before, 'utf8')) as Model;
  const weights: Readonly<Record<string, number>> = { attainment: 20, nps: 30 };
  const changed = {
    ...model,
    metrics: model.metrics.map((metric): Metric => ({
      ...metric,
      weight: weights[metric.id] ?? metric.weight,
    })),
  };
  writeFileSync(after, JSON.stringify(changed));
  writeFileSync(
    subjects,
    [
      'subject,team,attainment_percent,nps_points,in_time_percent,referral_percent,understanding_percent',
      'team A,north,110,50,95,12,88',
      'team B,north,105,70,100,20,92',
      'person,south,120,80,98,25,95',
    ].join('\n'),
  );
  return { folder, after, subjects };
}

describe('meritscale compare', () => {
  it('says who moves by another version, and what each edit did; the shares add up', async () => {
    const { after, subjects } = files();
    const { code, lines } = await meritscale(['compare', before, after, '--subjects', subjects, '--shares']);
    expect(code).toBe(0);
    const [summary, ...moved] = lines;
    expect(summary).toMatchObject({
      subjects: 3,
      moved: 3,
      up: 0,
      down: 1,
      method: 'shapley',
      edits: [
        { id: 'weights:performance', changes: [{ pointer: '/metrics/0/weight', before: 30, after: 20 }] },
        { id: 'weights:satisfaction', changes: [{ pointer: '/metrics/1/weight', before: 20, after: 30 }] },
      ],
    });
    expect(moved[1]).toEqual({
      subject: 'team B',
      team: 'north',
      before: { composite: '81.90', grade: 'good' },
      after: { composite: '78.40', grade: 'to_improve' },
      move: 'down',
      delta: '-3.50',
      shares: { 'weights:performance': '-2.49', 'weights:satisfaction': '-1.01' },
      flip: ['weights:performance'],
    });
  });

  it('moves nobody between a version and itself', async () => {
    const { subjects } = files();
    const { code, lines } = await meritscale(['compare', before, before, '--subjects', subjects, '--shares']);
    expect(code).toBe(0);
    expect(lines).toEqual([expect.objectContaining({ moved: 0, edits: [] })]);
  });

  it('says what keeps a model from being compared, and what it was asked wrongly', async () => {
    const { folder, after, subjects } = files();
    writeFileSync(join(folder, 'broken.json'), '{"format":"meritscale/model/1"}');
    const broken = await meritscale(['compare', before, join(folder, 'broken.json'), '--subjects', subjects]);
    expect(broken.code).toBe(1);
    expect(broken.lines.length).toBeGreaterThan(0);
    expect((await meritscale(['compare', before, '--subjects', subjects])).code).toBe(2);
    expect((await meritscale(['compare', before, after])).code).toBe(2);
  });
});
