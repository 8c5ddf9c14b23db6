import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  constantMetric,
  defineError,
  errorCatalogue,
  GoldpanError,
  isGoldpanError,
  tooFewItems,
  tooFewSystems,
} from '../src/index.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const codes = errorCatalogue.map(({ code }) => code);

describe('the error catalogue', () => {
  test('has stable codes, each once, and one sentence for each', () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, summary } of errorCatalogue) {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(summary).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('has every error that the package defines', () => {
    const sources = readdirSync(new URL('../src', import.meta.url)).filter((file) => file.endsWith('.ts'));
    const defined = sources.flatMap((file) =>
      [...read(`../src/${file}`).matchAll(/= defineError\(\s*'([^']+)'/g)].map((match) => match[1]),
    );
    expect(defined.sort()).toEqual([...codes].sort());
  });

  test('is the table of the README', () => {
    const rows = [...read('../README.md').matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\|$/gm)];
    expect(rows.map(([, code, summary]) => [code, summary]).sort()).toEqual(
      errorCatalogue.map(({ code, summary }) => [code, summary]).sort(),
    );
  });
});

describe('an error', () => {
  const tooHot = defineError('TOO_HOT', 'It is too hot.', (degrees: number) => ({
    fields: { degrees },
    what: `water must be below 100 degrees; got ${degrees}`,
    advice: 'wait',
  }));

  test('says what is wrong and what to do, and carries its values', () => {
    const error = tooHot(120);
    expect(error).toMatchObject({ code: 'TOO_HOT', fields: { degrees: 120 }, advice: 'wait' });
    expect(error.message).toBe('water must be below 100 degrees; got 120; wait');
    expect([tooHot.code, tooHot.summary]).toEqual(['TOO_HOT', 'It is too hot.']);
  });

  test('is recognised from another copy of the package, and nothing else is', () => {
    const foreign = Object.assign(new Error('x'), { name: 'GoldpanError', code: 'TOO_HOT' });
    expect(isGoldpanError(tooHot(1))).toBe(true);
    expect(tooHot(1)).toBeInstanceOf(GoldpanError);
    expect(isGoldpanError(foreign)).toBe(true);
    const nameless = Object.assign(new Error('x'), { name: 'GoldpanError' });
    const others = [nameless, new Error('x'), { name: 'GoldpanError', code: 'X' }, 'x', null, undefined];
    for (const other of others) expect(isGoldpanError(other)).toBe(false);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(isGoldpanError(proxy)).toBe(false);
  });

  test('of a method that got too little says how much it needs', () => {
    expect(tooFewSystems('metric consistency', 1, 2).message).toBe(
      'metric consistency needs at least 2 systems; the data has 1; add systems, or use a method that compares none',
    );
    expect(tooFewItems('a fit', 3, 8).message).toBe(
      'a fit needs at least 8 items; the data has 3; add items',
    );
    expect(constantMetric('bleu', 0).message).toContain('metric "bleu" must vary');
    expect(constantMetric('bleu', 0).message).toContain('every score is 0; choose another metric');
  });
});
