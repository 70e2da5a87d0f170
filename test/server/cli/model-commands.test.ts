import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../engine/index.ts';
import { validateReceipt, validateResult } from '../../../schemas/index.ts';
import { checkReceipt } from '../../../tools/check-receipt.mjs';
import { meritscale } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { g3Model } from '../../support/models.ts';

const good = join(import.meta.dirname, '../../../rules/examples/g3.model.json');

/** A file of the test with this text. */
function file(name: string, text: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

/** The worked example as a file, and a subjects file for it. */
function g3(change: (model: ReturnType<typeof g3Model>) => void = () => {}): string {
  const model = g3Model();
  change(model);
  return file('g3.model.json', JSON.stringify(model));
}

const header = 'subject,attainment_figure,nps_figure,complaints_figure,referral_figure,understanding_figure';
const subjects = `${header}\nA,110,50,95,12,88\nB,105,70,100,20,92\nP,120,80,98,25,95\n`;

describe('meritscale check', () => {
  it('says nothing of a good model and ends with 0', async () => {
    expect(await meritscale(['check', good])).toMatchObject({ code: 0, out: '', err: '' });
  });

  it('prints each issue as JSON and as a sentence in the user’s language, and ends with 1', async () => {
    const bad = g3((model) => Object.assign(model.bands[1]!, { to: 89 }));
    const ran = await meritscale(['check', bad], 'zh');
    expect(ran.code).toBe(1);
    expect(ran.lines).toEqual(
      check({
        ...g3Model(),
        bands: [
          { grade: 'excellent', from: 90 },
          { grade: 'good', from: 80, to: 89 },
          { grade: 'to_improve', to: 80 },
        ],
      }),
    );
    expect(ran.err).toContain('综合得分 89.00 没有等级');
  });

  it.each([
    ['document.syntax', '{"key": }'],
    ['document.notUnicode', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['document.tooDeep', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['document.tooLarge', `"${'x'.repeat(300_000)}"`],
    ['schema.type', '5'],
  ])('refuses a file with %s', async (code, text) => {
    const path = join(temporaryFolder(), 'model.json');
    writeFileSync(path, text);
    const ran = await meritscale(['check', path]);
    expect([ran.code, ran.lines[0]?.['code']]).toEqual([1, code]);
    expect(ran.err).not.toContain('    at ');
  });

  it.each([
    [[]],
    [['check']],
    [['check', 'a', 'b']],
    [['check', '--nonsense', 'a']],
    [['check', '/no/such/file']],
    [['nonsense']],
    [['check', '.']],
  ])('ends with 2 on bad use: %j', async (args) => {
    const ran = await meritscale(args);
    expect(ran.code).toBe(2);
    expect(ran.err).not.toContain('    at ');
  });
});

describe('meritscale evaluate', () => {
  it('judges the worked example: 76.65, 81.90, 89.45', async () => {
    const path = file('subjects.csv', `\ufeff${subjects}`);
    const ran = await meritscale([
      'evaluate',
      g3(),
      '--subjects',
      path,
      '--receipts',
      '--certify',
      '--period',
      '2026-Q3',
    ]);
    expect(ran.code).toBe(0);
    const results = ran.lines.slice(0, 3);
    expect(
      results.map(({ subject, composite, grade, period }) => [subject, composite, grade, period]),
    ).toEqual([
      ['A', '76.65', 'to_improve', '2026-Q3'],
      ['B', '81.90', 'good', '2026-Q3'],
      ['P', '89.45', 'good', '2026-Q3'],
    ]);
    for (const { receipt, ...result } of results) {
      expect(validateResult(result)).toBe(true);
      expect(validateReceipt(receipt)).toBe(true);
      expect(checkReceipt(receipt as never)).toEqual([]);
    }
    expect(ran.lines[3]).toMatchObject({ certificate: { agreed: true, subjects: 3 } });
  });

  it('gives the same bytes by every back end, and knows no other', async () => {
    const path = file('s.csv', subjects);
    const by = (name: string) =>
      meritscale(['evaluate', g3(), '--subjects', path, '--receipts', '--backend', name]);
    const reference = await by('reference');
    expect(reference.code).toBe(0);
    expect((await by('closures')).out).toBe(reference.out);
    expect((await by('columns')).out).toBe(reference.out);
    expect((await by('gpu')).code).toBe(2);
  });

  it('reads JSON and NDJSON alike', async () => {
    const rows = [
      {
        subject: 'A',
        attainment_figure: 110,
        nps_figure: '50',
        complaints_figure: '95.0',
        referral_figure: 12,
        understanding_figure: 88,
      },
    ];
    const json = await meritscale(['evaluate', g3(), '--subjects', file('s.json', JSON.stringify(rows))]);
    const ndjson = await meritscale([
      'evaluate',
      g3(),
      '--subjects',
      file('s.ndjson', `${JSON.stringify(rows[0])}\n\n`),
    ]);
    expect(json.lines[0]).toMatchObject({ composite: '76.65' });
    expect(ndjson.out).toBe(json.out);
  });

  it.each([
    [
      'figure.notDecimal',
      's.csv',
      `${header}\nA,110,fifty,95,12,88\n`,
      { row: 2, column: 'nps_figure', value: 'fifty' },
    ],
    ['figure.notDecimal', 's.csv', `${header}\nA,110,1e3,95,12,88\n`, { row: 2 }],
    ['subjects.repeated', 's.csv', `${header}\nA,1,2,3,4,5\nA,1,2,3,4,5\n`, { row: 3 }],
    ['subjects.noSubject', 's.csv', `${header}\n,1,2,3,4,5\n`, { row: 2 }],
    ['subjects.csv', 's.csv', `${header}\nA,"1,2,3\n`, {}],
    ['subjects.csv', 's.csv', `subject,subject\nA,B\n`, {}],
    ['subjects.none', 's.csv', `${header}\n`, {}],
    ['subjects.notAList', 's.json', '{"subject":"A"}', {}],
    ['subjects.notAnObject', 's.json', '[["A"]]', {}],
    ['document.syntax', 's.ndjson', '{"subject":"A"}\n{"subject"\n', { row: 2 }],
    ['figure.notDecimal', 's.json', '[{"subject":"A","nps_figure":{"$gt":1}}]', {}],
  ])('refuses a subjects file with %s in %s', async (code, name, text, where) => {
    const ran = await meritscale(['evaluate', g3(), '--subjects', file(name, text)]);
    expect(ran.code).toBe(1);
    expect(ran.lines).toContainEqual(expect.objectContaining({ code, ...where }));
    expect(ran.lines.filter((line) => 'composite' in line)).toEqual([]);
    expect(ran.err).not.toContain('    at ');
  });

  it.each([
    ['period.unknown', '2026-Q5'],
    ['period.cadence', '2026-09'],
  ])('refuses a period with %s', async (code, period) => {
    const ran = await meritscale([
      'evaluate',
      g3(),
      '--subjects',
      file('s.csv', subjects),
      '--period',
      period,
    ]);
    expect([ran.code, ran.lines[0]?.['code']]).toEqual([1, code]);
  });

  it('warns of a misspelt column and goes on', async () => {
    const ran = await meritscale([
      'evaluate',
      g3(),
      '--subjects',
      file('s.csv', subjects.replace('nps_figure', 'npsfigure')),
    ]);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('npsfigure');
    expect(ran.lines[0]).toMatchObject({
      metrics: { nps: { value: null, missing: { reason: 'notSupplied' } } },
    });
  });
});

describe('meritscale explain', () => {
  it('gives the receipt, or a statement in Chinese or English', async () => {
    const path = file('s.csv', subjects);
    const receipt = await meritscale(['explain', g3(), '--subjects', path, '--subject', 'A']);
    expect(checkReceipt(JSON.parse(receipt.out) as never)).toEqual([]);
    const zh = await meritscale(['explain', g3(), '--subjects', path, '--subject', 'A', '--text', 'zh']);
    expect(zh.out).toContain('综合得分 = 33 + 10 + 14.25 + 1.8 + 17.6 = 76.65');
    expect(zh.out).toContain('还差 3.35');
    const en = await meritscale(['explain', g3(), '--subjects', path, '--subject', 'A', '--text', 'en']);
    expect(en.out).toContain('Composite = 33 + 10 + 14.25 + 1.8 + 17.6 = 76.65');
  });

  it('marks every condition with its outcome and the distance to its threshold', async () => {
    const path = file('s.csv', subjects);
    const ruled = g3((model) =>
      Object.assign(model, {
        actions: [
          {
            id: 'promote',
            name: { zh: '晋升', en: 'Promote' },
            conditions: { all: [{ fact: 'composite', operator: 'greaterThanInclusive', value: 90 }] },
            event: { type: 'promote' },
          },
        ],
      }),
    );
    const call = ['explain', ruled, '--subjects', path, '--subject', 'B', '--text'];
    const en = await meritscale([...call, 'en']);
    expect(en.out).toContain('1.9 above 80, where the band begins');
    expect(en.out).toContain('Not fired: Promote: Composite [81.9] ≥ 90 ✗ 8.1');
    const zh = await meritscale([...call, 'zh']);
    expect(zh.out).toContain('未触发：晋升：综合得分 [81.9] ≥ 90 ✗ 8.1');
  });

  it('gives the way to the next grade, and the margins, as JSON or in words', async () => {
    const path = file('s.csv', subjects);
    const call = ['explain', g3(), '--subjects', path, '--subject', 'A', '--path', '--budget', '12.5'];
    const ways = JSON.parse((await meritscale(call)).out) as Record<string, unknown>;
    expect(ways).toMatchObject({
      subject: 'A',
      grade: 'to_improve',
      next: { grade: 'good', points: '3.35' },
      budget: 12.5,
      path: {
        singles: [
          { changes: [{ measure: 'attainment_figure', from: '110', to: '122' }], grade: 'good' },
          {},
          {},
          {},
        ],
      },
    });
    const zh = await meritscale([...call, '--text', 'zh']);
    expect(zh.out).toContain('110 → 122（10.91 %）');
    const en = await meritscale([...call.with(5, 'B'), '--text', 'en']);
    expect(en.out).toMatch(/may fall by 6 to 99; at 98 the grade is/);
    const wrong = await meritscale([...call.slice(0, -1), '0']);
    expect(wrong.code).toBe(2);
  });

  it('ends with 2 for somebody who is not in the file, or a language it does not speak', async () => {
    const path = file('s.csv', subjects);
    expect((await meritscale(['explain', g3(), '--subjects', path, '--subject', 'Z'])).code).toBe(2);
    expect(
      (await meritscale(['explain', g3(), '--subjects', path, '--subject', 'A', '--text', 'fr'])).code,
    ).toBe(2);
  });
});
