import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import wabt from 'wabt';
import { describe, expect, it, vi } from 'vitest';
import { countPairs, countPairsPlainly, paddedColumns, type SystemSums } from '../src/kernels/pair-counts.js';

function counts(count: typeof countPairs, of: SystemSums): number[] {
  const result = new Uint32Array((of.systems * (of.systems - 1)) / 2);
  count(of, result);
  return [...result];
}

const systemSums: fc.Arbitrary<SystemSums> = fc
  .record({
    systems: fc.integer({ min: 1, max: 9 }),
    columns: fc.integer({ min: 1, max: 13 }).map(paddedColumns),
    tolerance: fc.integer({ min: 0, max: 5 }),
    largest: fc.constantFrom(3, 20, 2 ** 40),
  })
  .chain(({ systems, columns, tolerance, largest }) => {
    const length = systems * columns;
    const sum = fc.integer({ min: -largest, max: largest });
    return fc
      .array(sum, { minLength: length, maxLength: length })
      .map((values) => ({ systems, tolerance, sums: Float64Array.from(values) }));
  });

describe('counts of pairs', () => {
  it('are those of the obvious way, whatever the shapes and however often they change', () => {
    fc.assert(
      fc.property(systemSums, (of) => {
        expect(counts(countPairs, of)).toEqual(counts(countPairsPlainly, of));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('hold where the sums outgrow the memory at hand', () => {
    const systems = 37;
    const sums = Float64Array.from({ length: systems * 1200 }, (_, at) => (at * 7919) % 1013);
    const of = { systems, sums, tolerance: 3 };
    expect(counts(countPairs, of)).toEqual(counts(countPairsPlainly, of));
  });

  it('come the obvious way where a page forbids WebAssembly', async () => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', undefined);
    const { countPairs: withoutIt } = await import('../src/kernels/pair-counts.js');
    const of = { systems: 3, sums: Float64Array.of(1, 2, 3, 4, 0, 2, 4, 4, 9, 9, 0, 0), tolerance: 0 };
    expect(counts(withoutIt, of)).toEqual([3, 2, 2]);
    vi.unstubAllGlobals();
  });

  it('are made by the module that pair-counts.wat says (vitest -u writes it anew)', async () => {
    const source = readFileSync(new URL('../src/kernels/pair-counts.wat', import.meta.url), 'utf8');
    const { parseWat } = await wabt();
    const { buffer } = parseWat('pair-counts.wat', source, { simd: true }).toBinary({});
    const base64 = Buffer.from(buffer).toString('base64');
    const text = `/** \`pair-counts.wat\`, assembled. */\nexport const PAIR_COUNTS =\n  '${base64}';\n`;
    await expect(text).toMatchFileSnapshot('../src/kernels/pair-counts-module.ts');
  });
});
