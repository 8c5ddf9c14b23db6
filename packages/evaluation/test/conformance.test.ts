import { measureChecks } from '@goldpan/selector-testkit';
import { describe, test } from 'vitest';
import { measures } from '../src/index.js';

describe.each(measures)('$name keeps the laws of measures', (measure) => {
  for (const { name, run } of measureChecks(measure)) test(name, run);
});
