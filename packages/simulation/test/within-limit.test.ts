import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newBeats, withinLimit } from '../src/within-limit.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A task of five seconds a replicate that ends when it is told to, and what became of it. */
function limited(seconds = 5) {
  const beats = newBeats();
  let resolve: (text: string) => void;
  const promise = new Promise<string>((done) => (resolve = done));
  const state = { told: '' };
  withinLimit(promise, { beats, seconds, stalled: () => new Error('stalled') }).then(
    (text) => (state.told = text),
    (error) => (state.told = error.message),
  );
  return { beat: () => Atomics.add(beats, 0, 1), end: () => resolve('done'), state };
}

describe('a task stalls', () => {
  test('when it has begun and makes nothing for longer than the limit', async () => {
    const { beat, state } = limited();
    beat();
    await vi.advanceTimersByTimeAsync(5000);
    expect(state.told).toBe('');
    await vi.advanceTimersByTimeAsync(1000);
    expect(state.told).toBe('stalled');
  });

  test('but not while it makes replicates, however long it takes', async () => {
    const { beat, end, state } = limited();
    for (let replicate = 0; replicate < 10; replicate++) {
      beat();
      await vi.advanceTimersByTimeAsync(4000);
    }
    expect(state.told).toBe('');
    end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.told).toBe('done');
  });

  test('but not while it waits for a thread, nor without a limit', async () => {
    const waiting = limited();
    const unlimited = limited(Infinity);
    unlimited.beat();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([waiting.state.told, unlimited.state.told]).toEqual(['', '']);
    expect(vi.getTimerCount()).toBe(1);
    waiting.end();
    await vi.advanceTimersByTimeAsync(0);
    expect([waiting.state.told, vi.getTimerCount()]).toEqual(['done', 0]);
  });
});
