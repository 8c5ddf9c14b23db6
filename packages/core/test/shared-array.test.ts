import { expect, test, vi } from 'vitest';
import { sharedFloats } from '../src/index.js';

test('numbers are in shared memory where there is such, in plain memory elsewhere', () => {
  expect(sharedFloats(3)).toEqual(new Float64Array(3));
  expect(sharedFloats(3).buffer).toBeInstanceOf(SharedArrayBuffer);
  vi.stubGlobal('SharedArrayBuffer', undefined);
  try {
    expect(sharedFloats(3)).toEqual(new Float64Array(3));
    expect(sharedFloats(3).buffer).toBeInstanceOf(ArrayBuffer);
  } finally {
    vi.unstubAllGlobals();
  }
});
