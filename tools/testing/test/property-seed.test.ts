import fc from 'fast-check';
import { expect, test } from 'vitest';

test('properties are tried with a committed seed, and with free ones in the nightly run', () => {
  expect(fc.readConfigureGlobal().seed).toBe(process.env.MODE === 'nightly' ? undefined : 19);
});
