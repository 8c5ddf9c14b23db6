import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callPlugin, showThrown, showValue } from '../src/index.js';

describe('a thrown value of any kind', () => {
  const fail = () => {
    throw new Error('looked at');
  };
  const hostile = () =>
    Object.defineProperties(new Error('x'), {
      stack: { value: 7 },
      message: { get: () => fail() },
      name: { value: {} },
      toString: { value: () => fail() },
      toJSON: { value: () => fail() },
    });
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };

  // As functions, for the runner of the tests looks at values too.
  test.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['a text', () => 'a text'],
    ['7', () => 7],
    ['Symbol(s)', () => Symbol('s')],
    ['TypeError: from another realm', () => runInNewContext('new TypeError("from another realm")')],
    ['[object Object]', () => Object.assign(Object.create(null), { secret: 1n })],
    ['[object Error]', hostile],
    ['an error without a text', () => new Error()],
    ['a value that cannot be shown', revoked],
  ])('is named and shown: %s', (text, thrown) => {
    const call = () =>
      callPlugin('selector "x"', () => {
        throw thrown();
      });
    expect(showThrown(thrown()).text).toBe(text);
    expect(call).toThrow(`selector "x" failed: ${text}`);
  });
});

test('a value that is shown may be of any kind and depth', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 1e5; level++) deep = [deep];
  expect(showValue(deep)).toBe('[object Array]');
  expect(showValue({ toString: 'mine', deep })).toBe('[object Object]');
  expect(showValue({ toString: 'mine' })).toBe('{"toString":"mine"}');
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
      (value) => {
        expect(showValue(value).length).toBeLessThanOrEqual(60);
        expect(showThrown(value).text).toBeTypeOf('string');
      },
    ),
    { seed: 19 },
  );
});

describe('a thrown value that says where it came about', () => {
  const thrown = (stack: unknown, more: object = {}) => ({ message: 'no', name: 'Error', stack, ...more });
  test.each<[string, string]>([
    ['Error: no\n    at fit (/plugin/irt.js:3:14)\n    at run (/host.js:1:2)', '/plugin/irt.js:3:14'],
    ['Error: no\n    at /plugin/irt.js:30:145', '/plugin/irt.js:30:145'],
    ['Error: no\n    at async Promise.all (index 0)\n    at f (file:///p.js:1:2)', 'file:///p.js:1:2'],
    ['Error: at fit (/plugin/irt.js:3:14)\n    at new A (/a.js:7:8)', '/a.js:7:8'],
  ])('is shown with the place: %j', (stack, where) =>
    expect(showThrown(thrown(stack))).toEqual({ text: 'no', where }),
  );

  test.each(['Error: no', 'Error: no\n    at fit (native)', 'Error: no\nat /a.js:1:2', 7, undefined])(
    'has no place in %j',
    (stack) => expect(showThrown(thrown(stack))).toStrictEqual({ text: 'no' }),
  );

  test('may be a function; common names are left out', () => {
    const fit = () => {};
    expect(showThrown(Object.assign(fit, { message: 'called' })).text).toBe('fit: called');
    for (const name of ['Error', 'GoldpanError', undefined, 5])
      expect(showThrown(thrown('', { name })).text).toBe('no');
    expect(showThrown(thrown('', { name: 'RangeError' })).text).toBe('RangeError: no');
    expect(showThrown(thrown('', { message: 5 })).text).toBe('{"message":5,"name":"Error","stack":""}');
  });
});

test('a value is shown as JSON or in words, and cut where it is long', () => {
  const values = [undefined, null, NaN, -0, 'a', ['a', 1], { a: [] }, 5n, true];
  expect(values.map((value) => showValue(value))).toEqual([
    ...['nothing', 'null', 'NaN', '0', '"a"', '["a",1]', '{"a":[]}', '5', 'true'],
  ]);
  expect(showValue('x'.repeat(58))).toBe(`"${'x'.repeat(58)}"`);
  expect(showValue('x'.repeat(59))).toBe(`"${'x'.repeat(58)}…`);
  expect(showValue('abcdef', 4)).toBe('"ab…');
});
