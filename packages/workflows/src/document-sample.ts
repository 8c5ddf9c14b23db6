import {
  columnsOfDataset,
  datasetFromColumns,
  groupItems,
  presentMean,
  runSelector,
  type Dataset,
  type Groups,
  type RunOptions,
  type Selection,
  type Selector,
  type Warning,
} from '@goldpan/core';
import { noDocumentFits } from './errors.js';

/** A sample of whole documents, and what to know of it. */
export interface DocumentSample {
  readonly selection: Selection;
  readonly warnings: readonly Warning[];
}

/**
 * A design on whole documents: it draws as many of them as hold the budget on average, rounded down, as if each were an item with the mean scores
 * of its items, their sources one after the other, and the domain of the first. Items have the inclusion probability of their document, so that weights are
 * right; how many items there are depends on which documents are drawn. O(N·S·metrics) beside the design.
 *
 * @param items - the budget
 * @throws NO_DOCUMENT_FITS, and what the design throws
 */
export async function documentSample(
  dataset: Dataset,
  selector: Selector,
  { items, ...run }: RunOptions & { readonly items: number },
): Promise<DocumentSample> {
  const groups = groupItems(dataset, { column: 'doc' }, '--keep-documents');
  const members = membersOf(groups);
  const documents = Math.floor((items * members.length) / dataset.size);
  if (documents === 0) throw noDocumentFits(items, { items: dataset.size, documents: members.length });
  const data = documentsAsItems(dataset, groups, members);
  const drawn = await runSelector(selector, data, { ...run, budget: { items: documents } });
  const selection = withItems(drawn, { groups, members });
  const chosen = selection.chosen!.length;
  const expected = selection.inclusion!.reduce((sum, probability) => sum + probability, 0);
  const [were, hold] =
    documents === 1 ? ['was drawn, which holds', 'it holds'] : ['were drawn, which hold', 'these hold'];
  const text = `${documents} of the ${members.length} documents ${were} ${expected.toFixed(1)} items on average; ${hold} ${chosen}, of a budget of ${items}. The design until-spent never takes more than the budget.`;
  return { selection, warnings: [{ code: 'BUDGET_ON_AVERAGE', text }] };
}

function membersOf({ labels, of }: Groups): number[][] {
  const members = labels.map((): number[] => []);
  of.forEach((document, item) => members[document].push(item));
  return members;
}

/** One row per document. */
function documentsAsItems(dataset: Dataset, { labels }: Groups, members: readonly number[][]): Dataset {
  const { systems, metrics, sources, domains } = columnsOfDataset(dataset);
  return datasetFromColumns({
    // Names of items without a document may be those of documents.
    ids: labels.map((label, document) => `${document} ${label}`),
    systems,
    metrics,
    documents: labels,
    scores: metrics.map((metric) => documentMeans(dataset.scores(metric).values, systems.length, members)),
    ...(domains && { domains: members.map(([first]) => domains[first]) }),
    ...(sources && {
      sources: members.map((items) => items.flatMap((item) => sources[item] ?? []).join('\n')),
    }),
  });
}

/** The mean of a system over the items of a document that have a score. */
function documentMeans(values: Float64Array, systems: number, members: readonly number[][]): Float64Array {
  const means = new Float64Array(members.length * systems);
  members.forEach((items, document) => {
    for (let system = 0; system < systems; system++)
      means[document * systems + system] = presentMean(
        Float64Array.from(items, (item) => values[item * systems + system]),
      );
  });
  return means;
}

/** A selection of documents as one of their items. */
function withItems(
  { ranking, chosen = ranking, inclusion, weights, utilities, ...rest }: Selection,
  { groups: { of }, members }: { groups: Groups; members: readonly number[][] },
): Selection {
  const itemsOf = (documents: Uint32Array) =>
    Uint32Array.from(Array.from(documents).flatMap((document) => members[document]));
  const perItem = (values: Float64Array | undefined) =>
    values && Float64Array.from(of, (document) => values[document]);
  return {
    ...rest,
    ranking: itemsOf(ranking),
    chosen: itemsOf(chosen),
    ...(inclusion && { inclusion: perItem(inclusion) }),
    ...(weights && { weights: perItem(weights) }),
    ...(utilities && { utilities: perItem(utilities) }),
  };
}
