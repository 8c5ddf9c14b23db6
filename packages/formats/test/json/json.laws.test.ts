import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from '../../src/json/find-json-fault.js';
import { setMember } from '../../src/json/set-member.js';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const spaced = fc.record({ value: fc.jsonValue(), indent: fc.constantFrom(0, 1, '\t') });

test('a text has no fault exactly when it is JSON', () => {
  fc.assert(
    fc.property(
      spaced,
      fc.nat(),
      fc.constantFrom('', ',', '"', '}', ']', '\\', '1', 'NaN', ':', ' '),
      ({ value, indent }, at, noise) => {
        const text = JSON.stringify(value, null, indent);
        const position = at % (text.length + 1);
        for (const changed of [
          text,
          text.slice(0, position) + noise + text.slice(position),
          text.slice(0, position),
        ]) {
          expect(findJsonFault(changed) === undefined, changed).toBe(isJson(changed));
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a fault lies where the text that comes before can still become JSON', () => {
  expect(findJsonFault('{"a":[1,{"b":tru}]}')).toEqual({ position: 13, field: 'a[1].b', found: '"t"' });
  expect(findJsonFault('{"a":"x\ny"}')).toMatchObject({ position: 7, found: 'the character U+000A' });
  expect(findJsonFault('[1,]')).toMatchObject({ position: 3, field: '[1]' });
  expect(findJsonFault('{"a":1}}')).toMatchObject({ position: 7, field: '' });
  expect(findJsonFault('\ufeff{}')).toMatchObject({ position: 0, found: 'the character U+FEFF' });
});

test('depth costs no recursion', () => {
  expect(findJsonFault('['.repeat(200_000))).toMatchObject({ position: 200_000 });
});

test('setting a member is what parsing, setting and writing does, and the last of repeated names goes too', () => {
  const key = fc.constantFrom('goldpan', 'id', 'a"b', '__proto__', '\\');
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(key, fc.string()), fc.jsonValue()),
      key,
      fc.constantFrom(0, 1),
      (record, name, indent) => {
        const text = JSON.stringify(record, null, indent);
        const { [name]: _, ...others } = record;
        const expected = Object.fromEntries([...Object.entries(others), [name, { rank: 1 }]]);
        const result = setMember(text, name, '{"rank":1}');
        expect(JSON.parse(result)).toEqual(JSON.parse(JSON.stringify(expected)));
        expect(setMember(result, name, '{"rank":1}')).toBe(result);
      },
    ),
    { numRuns: 500 },
  );
  expect(setMember('{"g":1,"a":1.0,"g":2}', 'g', '3')).toBe('{"a":1.0,"g":3}');
});
