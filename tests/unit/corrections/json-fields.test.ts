import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findFields, offsetInString } from '../../../src/corrections/json-fields.ts';

it('finds names and values', () => {
  const text = '{ "a" : 1,"b":{"c":["d",{"e":2}]}, "f\\"\\u0041": "x:\\"y" }';
  const found = [...findFields(text)].map(([name, at]) => [
    name,
    text.slice(at.name, at.name + 3),
    text.slice(at.value, at.value + 3),
  ]);
  expect(found).toEqual([
    ['a', '"a"', '1,"'],
    ['b', '"b"', '{"c'],
    ['f"A', '"f\\', '"x:'],
  ]);
});

it('finds every field of any object', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
      fc.nat(3),
      (object, indent) => {
        const text = JSON.stringify(object, null, indent);
        const found = findFields(text);
        expect([...found.keys()].sort()).toEqual(Object.keys(object).sort());
        for (const [name, at] of found) {
          expect(text.startsWith(JSON.stringify(name), at.name)).toBe(true);
          expect(text.slice(at.value)).toMatch(/^["{[\dtfn-]/);
        }
      },
    ),
  );
});

it.each([
  ['"abc"', 0, 1],
  ['"abc"', 2, 3],
  ['"\\\\x"', 1, 3],
  ['"\\u0041\\"x"', 2, 9],
  ['"abc"', 9, 4],
])('in %s character %i stands at %i', (text, n, expected) => {
  expect(offsetInString(text, 0, n)).toBe(expected);
});
