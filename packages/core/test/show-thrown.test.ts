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
