import { describe, expect, test } from 'vitest';
import {
  createRegistry,
  datasetFromItems,
  defineSelector,
  runSelector,
  stream,
  unmetNeedsOf,
  z,
  type Need,
  type SelectionContext,
} from '../src/index.js';
import { expectError, sample } from './support.js';

describe('running a selector', () => {
  const bare = datasetFromItems([{ id: 'a' }]);
  const needing = (...needs: Need[]) =>
    defineSelector({
      name: 'needy',
      summary: 's',
      needs,
      options: z.object({}),
      select: () => ({ chosen: [0] }),
    });

  test('needs what it says it needs', async () => {
    const all: Need[] = ['scores', 'outputs', 'sources', 'embeddings', 'target', 'budget'];
    expect(unmetNeedsOf(needing(...all), bare)).toEqual(all);
    expect(unmetNeedsOf(needing(...all), sample(), { budget: { items: 1 } })).toEqual([]);
    await expectError(
      () => runSelector(needing('scores', 'outputs'), bare),
      'UNMET_NEEDS',
      'selector "needy" needs scores and outputs; the data has no such thing',
      'goldpan inspect',
    );
    await expectError(
      () => runSelector(needing('budget'), bare),
      'UNMET_NEEDS',
      'needs budget; none is set',
      '--budget',
    );
  });

  test('gives it checked options and the whole context', async () => {
    const seen: { options: unknown; context: SelectionContext }[] = [];
    const spy = defineSelector({
      name: 'spy',
      summary: 's',
      needs: [],
      options: z.object({ k: z.int().min(1).default(3) }),
      select: (data, options, context) => {
        seen.push({ options, context });
        return { utilities: Float64Array.from({ length: data.size }, () => context.rng.next()) };
      },
    });
    const given = {
      budget: { items: 2 },
      costs: new Float64Array(7).fill(1),
      judged: Uint32Array.of(3),
      registry: createRegistry([]),
      signal: new AbortController().signal,
      progress: () => {},
    };
    const selection = await runSelector(spy, sample(), { ...given, seed: 4 });
    expect(selection).toMatchObject({ selector: 'spy', options: { k: 3 }, seed: 4 });
    expect(seen[0].options).toEqual({ k: 3 });
    expect(seen[0].context).toMatchObject(given);
    const rng = stream(4, 'selector/spy');
    expect(selection.utilities).toEqual(Float64Array.from({ length: 7 }, () => rng.next()));
    expect((await runSelector(spy, sample())).seed).toBe(0);
    await expectError(
      () => runSelector(spy, sample(), { options: { k: 0 } }),
      'INVALID_OPTIONS',
      'selector "spy"',
    );
  });

  test('is named in what it throws, and does not start after an abort', async () => {
    const thrown = new RangeError('mine');
    const broken = { ...needing(), select: () => Promise.reject(thrown) };
    await expect(runSelector(broken, bare)).rejects.toMatchObject({ code: 'PLUGIN_THREW', cause: thrown });
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(runSelector(broken, bare, { signal })).rejects.toThrow('enough');
  });
});
