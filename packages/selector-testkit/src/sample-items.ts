import { stream, type Item, type Rng } from '@goldpan/core';

/** What data to make: its size and the seed of everything else. */
export interface DataShape {
  readonly items: number;
  readonly systems: number;
  readonly seed: number;
}

const WORDS =
  'the river a bank moon is was of light über Straße ñandú 東京 привет سلام gold pan water, sifts slowly; (once) "again" 7 3.5 — ok'.split(
    ' ',
  );

/**
 * Items with everything a selector may need: sources, references, outputs, two score columns (`quality`, and `human` as
 * target), documents, domains, costs and embeddings. The same shape always gives the same items.
 *
 * Numbers are whole multiples of 2^-20, so sums of them are exact in any order; ties and equal texts do not occur.
 */
export function sampleItems({ items, systems, seed }: DataShape): Item[] {
  const rng = stream(seed, 'testkit/items', systems);
  const names = Array.from({ length: systems }, (_, s) => `system-${String.fromCharCode(97 + (s % 26))}${s}`);
  const ability = names.map(() => rng.integer(2 ** 18));
  return Array.from({ length: items }, (_, i) => {
    const ease = rng.integer(2 ** 18);
    const source = [...sentence(rng), `#${i}-${rng.integer(1000)}`];
    const perSystem = <T>(value: (system: number) => T) =>
      Object.fromEntries(names.map((name, s) => [name, value(s)]));
    return {
      id: `item-${i}`,
      src: source.join(' '),
      ref: variation(source, rng).join(' '),
      tgt: perSystem((s) => [...variation(source, rng), `~${s}`].join(' ')),
      scores: perSystem((s) => ({
        quality: (2 ** 17 + ability[s] + ease + rng.integer(2 ** 18)) / 2 ** 20,
        human: (2 ** 17 + ability[s] + ease + rng.integer(2 ** 19)) / 2 ** 20,
      })),
      doc: `document ${Math.floor(i / 3)}`,
      domain: ['news', 'chat', 'law'][rng.integer(3)],
      cost: (1 + rng.integer(64)) / 16,
      embedding: { src: vector(rng), tgt: perSystem(() => vector(rng)) },
    };
  });
}

function sentence(rng: Rng): string[] {
  return Array.from({ length: 3 + rng.integer(10) }, () => WORDS[rng.integer(WORDS.length)]);
}

/** Some words replaced, one dropped. */
function variation(words: readonly string[], rng: Rng): string[] {
  const dropped = rng.integer(words.length);
  return words
    .filter((_, w) => w !== dropped)
    .map((word) => (rng.integer(4) === 0 ? WORDS[rng.integer(WORDS.length)] : word));
}

function vector(rng: Rng): number[] {
  return Array.from({ length: 6 }, () => (rng.integer(2 ** 11) - 2 ** 10) / 2 ** 10);
}
