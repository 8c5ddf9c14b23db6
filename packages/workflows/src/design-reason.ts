import { itemsToJudge } from './chosen-items.js';
import type { FoundSelection } from './found-selection.js';

/** What was done where no selector was named, and why, in two sentences. */
export function designReason({ selection, dataset, size }: FoundSelection): string {
  const chosen = itemsToJudge(selection);
  const many = `No selector was named, so ${chosen.length} of the ${size} items were`;
  if (selection.inclusion === undefined) {
    return (
      `${many} chosen in random order within the constraints, which leaves them without known probabilities. ` +
      'For a sample with known probabilities leave the constraints out, or take --selector stratified for shares of groups.'
    );
  }
  const { unit } = selection.options as { unit?: string };
  const documents = new Set(Array.from(chosen, (item) => dataset.documents?.[item] ?? item)).size;
  const what =
    unit === 'documents'
      ? `${many} drawn at random as ${documents} whole documents`
      : `${many} drawn at random`;
  return (
    `${what} (${selection.selector}, ${probabilities(selection.inclusion, chosen)}). ` +
    'From such a sample `goldpan rank` can say what all items would, with intervals, which it cannot from items that were picked; picking is for where `goldpan compare` shows on judged items that it gains.'
  );
}

function probabilities(inclusion: Float64Array, chosen: Uint32Array): string {
  const ascending = Float64Array.from(chosen, (item) => inclusion[item]).sort();
  const [low, high] = [ascending[0], ascending[ascending.length - 1]].map((p) => p.toFixed(3));
  return low === high ? `each with probability ${low}` : `with probabilities from ${low} to ${high}`;
}
