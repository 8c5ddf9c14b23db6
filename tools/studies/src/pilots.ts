import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  automaticMetrics,
  datasetFromItems,
  stream,
  takeItems,
  type Dataset,
  type Json,
} from '@goldpan/core';
import { pearsonAgreement } from '@goldpan/evaluation';

/** The fully judged test sets with metrics of a folder of item files, by name, with all their columns. */
export function datasets(folder: string): [name: string, dataset: Dataset][] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file): [string, Dataset] => {
      const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
      return [file.replace('.jsonl', ''), datasetFromItems(lines.map((line) => JSON.parse(line)))];
    })
    .filter(([, dataset]) => automaticMetrics(dataset).length > 0);
}

/** A random quarter of the items in whole documents, and the rest. */
export function pilotOf(dataset: Dataset, seed: number): { pilot: Dataset; rest: Dataset } {
  const documentOf = (item: number) => dataset.documents?.[item] ?? `item ${item}`;
  const items = Array.from({ length: dataset.size }, (_, item) => item);
  const documents = [...new Set(items.map(documentOf))];
  const order = stream(seed, 'study/pilot').shuffle(Uint32Array.from(documents.keys()));
  const taken = new Set<string>();
  let count = 0;
  for (const at of order) {
    if (count >= dataset.size / 4) break;
    const document = documents[at];
    taken.add(document);
    count += items.filter((item) => documentOf(item) === document).length;
  }
  const isPilot = (item: number) => taken.has(documentOf(item));
  return {
    pilot: takeItems(dataset, items.filter(isPilot)),
    rest: takeItems(
      dataset,
      items.filter((item) => !isPilot(item)),
    ),
  };
}

/** A selector and its options. */
export type Way = { readonly selector: string; readonly options: { readonly [name: string]: Json } };

/** What a selector picks by: spread, consistency or mean of all metrics as one or of the best on the pilot, or how far outputs are apart. */
export function utilitiesFor(pilot: Dataset): Way[] {
  const [best] = pearsonAgreement(pilot, 'human');
  const onMetrics = ['metric-variance', 'metric-consistency', 'metric-average'].flatMap((selector) =>
    ['composite', best.metric].map((metric) => ({ selector, options: { metric } })),
  );
  return [...onMetrics, ...(pilot.outputs ? [{ selector: 'output-diversity', options: {} }] : [])];
}

/** The same, each picking half of the items while the other half is drawn. */
export function halvesFor(pilot: Dataset): Way[] {
  return utilitiesFor(pilot).map((utility) => ({ selector: 'half-picked', options: { utility } }));
}
