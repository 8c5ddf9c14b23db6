import { expect, test } from 'vitest';
import { expectClose } from '../src/index.js';

test('numbers within the tolerance pass, and others fail with the difference in the message', () => {
  expectClose([1, NaN, Infinity], [1 + 1e-13, NaN, Infinity], { relative: 1e-12 });
  expect(() => expectClose([1, 2.5], [1, 2], { absolute: 0.1 })).toThrow(
    /expected 2 at \[1\]: they differ by 0.5/,
  );
  expect(() => expectClose(NaN, 1, { absolute: 1 })).toThrow(/expected 1/);
  expect(() => expectClose([1], [1, 2], { absolute: 1 })).toThrow(/number of elements/);
});
