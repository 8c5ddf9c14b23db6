import { stream } from '@goldpan/core';
import { sourceScorer, topSources, trainSourceModel } from '@goldpan/selector-source';
import { timed, type Bench } from './bench.js';

const CHECKSUM_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Texts of 8 to 42 words, 150 characters on average, over a vocabulary in which few words are frequent. */
function texts(count: number, label: string): string[] {
  const rng = stream(0, `bench/source/${label}`);
  const letters = 'etaoinshrdlucmfwypvbgkjqxz';
  const word = () => {
    // A rank by a power law, spelled in base 26: frequent words are short.
    let rank = Math.floor(30_000 * rng.next() ** 4);
    let spelled = '';
    do spelled += letters[rank % 26];
    while ((rank = Math.floor(rank / 26)) > 0);
    return spelled.padEnd(4, 'e');
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 8 + rng.integer(35) }, word)
      .join(' ')
      .concat('.'),
  );
}

/** Utilities that follow from the texts in part. */
function trainingSet(items: number) {
  const sources = texts(items, 'training');
  const rng = stream(0, 'bench/source/utilities');
  const utilities = sources.map((text) => text.length / 50 + text.split('te').length + 3 * rng.next());
  return { name: 'bench', sha256: CHECKSUM_OF_NOTHING, sources, utilities };
}

async function train(): Promise<{ seconds: number; detail: string }> {
  const started = performance.now();
  const { validation } = await trainSourceModel([trainingSet(5_000)], { bits: 16 });
  const seconds = (performance.now() - started) / 1000;
  const { rankCorrelation, folds } = validation;
  return {
    seconds,
    detail: `${folds} folds × 9 penalties; held-out correlation ${rankCorrelation.toFixed(2)}`,
  };
}

async function rank(): Promise<{ seconds: number; detail: string }> {
  const score = sourceScorer(await trainSourceModel([trainingSet(300)]));
  const pool = texts(100_000, 'pool');
  const seconds = await timed(() => topSources(() => pool, { top: 1_000, scorer: { score } }));
  return { seconds, detail: `${Math.round(pool.length / seconds).toLocaleString('en')} sources a second` };
}

export const sourceBenches: readonly Bench[] = [
  { name: 'train on 5,000 sources, 2^16 hashed features', aim: '20 s', run: train },
  { name: 'rank 100,000 sources with a model, one thread', aim: '5 s (20,000 a second)', run: rank },
];
