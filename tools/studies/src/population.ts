import { datasetFromColumns, stream, type Dataset, type Rng } from '@goldpan/core';
import { normal } from './normal.js';

/** What a synthetic population of items is like. */
export interface Population {
  readonly systems: number;
  /** Correlation, over cells and within items, of the informative metric with the human scores; 0 = none. */
  readonly agreement: number;
  /** How much items differ in how far they set systems apart; 0 = all alike. */
  readonly spread: number;
  /** Items that follow each other are a document of so many, in which each system does alike by people and, apart from that, by `noise`; absent = no documents. */
  readonly perDocument?: number;
}

/**
 * A fresh test set from a population. Every item has a discrimination of its own (log-normal); a human score is
 * discrimination × (quality of the system + what the item adds) + noise, in steps of a quarter as people score. The metric
 * `informative` follows the human score before rounding as far as `agreement` says; `noise` knows nothing.
 */
export function drawTestSet(population: Population, items: number, rng: Rng): Dataset {
  const { systems, agreement, spread, perDocument } = population;
  const alike = perDocument === undefined ? undefined : alikeIn(perDocument, { systems, rng });
  const human = new Float64Array(items * systems);
  const informative = new Float64Array(items * systems);
  const noise = new Float64Array(items * systems);
  for (let item = 0; item < items; item++) {
    const discrimination = Math.exp(spread * normal(rng));
    for (let system = 0; system < systems; system++) {
      const quality = (system - (systems - 1) / 2) / systems;
      const exact =
        discrimination * (quality + 0.9 * normal(rng)) +
        0.3 * normal(rng) +
        (alike?.(item).human[system] ?? 0);
      const cell = item * systems + system;
      human[cell] = Math.round(exact * 4) / 4;
      informative[cell] =
        agreement * exact + Math.sqrt(1 - agreement ** 2) * Math.exp(spread ** 2) * normal(rng);
      noise[cell] = normal(rng) + (alike?.(item).noise[system] ?? 0);
    }
  }
  return datasetFromColumns({
    ids: Array.from({ length: items }, (_, item) => String(item)),
    systems: Array.from({ length: systems }, (_, system) => `system ${system}`),
    metrics: ['human', 'informative', 'noise'],
    scores: [human, informative, noise],
    ...(perDocument && {
      documents: Array.from({ length: items }, (_, item) => `d${Math.floor(item / perDocument)}`),
    }),
  });
}

/** What the items of a document have in common, per system: as much again as the noise of an item. */
function alikeIn(perDocument: number, { systems, rng }: { systems: number; rng: Rng }) {
  const draw = () => Float64Array.from({ length: systems }, () => normal(rng));
  let [document, common] = [-1, { human: new Float64Array(0), noise: new Float64Array(0) }];
  return (item: number) => {
    const now = Math.floor(item / perDocument);
    if (now !== document) [document, common] = [now, { human: draw(), noise: draw() }];
    return common;
  };
}

/** Test set number `index` of a study. */
export function testSet(population: Population, items: number, index: number): Dataset {
  return drawTestSet(population, items, stream(0, 'study/population', index));
}
