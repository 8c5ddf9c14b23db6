import { expect, test } from 'vitest';
import { errorCatalogue } from '../src/index.js';

test('the catalogue names every error once', () => {
  expect(errorCatalogue.map(({ code }) => code)).toEqual([
    'NOT_A_RESULT',
    'NOTHING_TO_REPORT',
    'PNG_NOT_AVAILABLE',
  ]);
});
