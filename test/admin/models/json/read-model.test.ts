import { describe, expect, it } from 'vitest';
import { placeIssues, readModel } from '../../../../admin/models/json/read-model.ts';
import { g3Model } from '../../../support/models.ts';

const written = JSON.stringify(g3Model(), null, 2);

describe('reading a text as a model', () => {
  it('takes what is a model by its form, with what is wrong about it', () => {
    expect(readModel(written)).toEqual({ model: g3Model(), issues: [] });
    const { model, issues } = readModel(written.replace('"weight": 30', '"weight": 31'));
    expect(model).toBeDefined();
    expect(issues.map(({ issue }) => issue.code)).toEqual(['weights.sum']);
  });

  it('refuses what is no JSON, and says where', () => {
    const { model, issues } = readModel('{\n  "key": ,\n}');
    expect(model).toBeUndefined();
    expect(issues).toEqual([
      {
        from: 11,
        to: 11,
        line: 2,
        issue: { code: 'document.syntax', severity: 'error', params: { line: 2, column: 10 } },
      },
    ]);
    expect(readModel('').model).toBeUndefined();
  });

  it('refuses what is no model by its form, each with its line', () => {
    const { model, issues } = readModel(written.replace('"asIs"', '"guess"'));
    expect(model).toBeUndefined();
    expect(issues[0]).toMatchObject({ issue: { code: 'schema.discriminator' } });
    expect(written.split('\n')[issues[0]!.line - 1]).toContain('"scoring"');
  });

  it('refuses a name that stands twice: one of the two would be lost', () => {
    const { model, issues } = readModel(
      written.replace('"places": 2,', '').replace('{', '{ "key": "other",'),
    );
    expect(model).toBeUndefined();
    expect(issues[0]).toMatchObject({ issue: { code: 'id.repeated', params: { id: 'key' } } });
  });

  it('places findings of a document in its text', () => {
    const [found] = placeIssues(written, [
      { code: 'weight.negative', severity: 'error', pointer: '/metrics/1/weight' },
    ]);
    expect(written.slice(found!.from, found!.to)).toBe('"weight": 20');
  });
});
