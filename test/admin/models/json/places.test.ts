import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, repeatedNames, syntaxErrorOf } from '../../../../admin/models/json/places.ts';
import { escapePointer } from '../../../../engine/check/guard.ts';
import { campaignSeed } from '../../../support/random.ts';

const seed = campaignSeed(20261206);
const at = (text: string, pointer: string) => {
  const { from, to } = placeOf(text, pointer);
  return text.slice(from, to);
};

describe('the place of a pointer in a JSON text', () => {
  const text = '{ "a": [1, {"b/c": "x"}, null],\n "名": true }';

  it('is a property with its name, an item of a list, or the whole', () => {
    expect(at(text, '/a/0')).toBe('1');
    expect(at(text, '/a/1/b~1c')).toBe('"b/c": "x"');
    expect(at(text, '/名')).toBe('"名": true');
    expect(at(text, '')).toBe(text);
  });

  it('is what is around it where the text does not say it', () => {
    expect(at(text, '/a/7')).toBe('"a": [1, {"b/c": "x"}, null]');
    expect(at(text, '/a/1/other/deep')).toBe('{"b/c": "x"}');
    expect(at('', '/a')).toBe('');
  });

  it('is the last of names that stand twice, as it is for readers', () => {
    expect(at('{"a":1,"a":2}', '/a')).toBe('"a":2');
    expect(repeatedNames('{"a":1,"\\u0061":2,"b":{"a":1}}')).toEqual([{ from: 7, to: 15, name: 'a' }]);
  });

  it('holds the value of every leaf of every document', () => {
    const leaves = (value: unknown, pointer = ''): [string, unknown][] =>
      typeof value === 'object' && value !== null && Object.keys(value).length > 0
        ? Object.entries(value).flatMap(([key, item]) => leaves(item, `${pointer}/${escapePointer(key)}`))
        : [[pointer, value]];
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        const written = JSON.stringify(document, null, 2);
        for (const [pointer, value] of leaves(JSON.parse(written)))
          expect(at(written, pointer).endsWith(JSON.stringify(value))).toBe(true);
        expect(syntaxErrorOf(written)).toBeUndefined();
        expect(repeatedNames(written)).toEqual([]);
      }),
      { seed },
    );
  });

  it('says where a text stops being JSON', () => {
    expect(syntaxErrorOf('{"a": }')?.from).toBe(6);
    expect(syntaxErrorOf('[1, 2')).toBeDefined();
  });
});
