import { stream, type SelectDocument } from '@goldpan/core';

/** A selection of many items whose outputs are longer than a page may be. */
export function largeSelection(items: number, systems: number): SelectDocument {
  const names = Array.from({ length: systems }, (_, s) => `system number ${s + 1}`);
  return {
    goldpan: '0.1.0',
    command: 'select',
    seed: 0,
    data: { name: 'large.jsonl', items: items * 3, systems, sha256: 'ab12'.repeat(16) },
    selector: 'metric-var',
    options: { metric: 'BLEU' },
    metric: 'BLEU',
    cost: { total: items, unit: 'items', budget: items, all: items * 3 },
    chosen: Array.from({ length: items }, (_, i) => {
      const rng = stream(1, 'large', i);
      const text = () =>
        'words of an output that <i>may</i> be long, さまざまな '.repeat(1 + rng.integer(12)).trim();
      return {
        id: `document-${i % 97}/segment-${i}`,
        rank: i + 1,
        utility: 1 / (i + 1),
        cost: 1,
        source: text(),
        outputs: names.map((system) => ({ system, text: text(), score: rng.next() * 100 })),
      };
    }),
  };
}
