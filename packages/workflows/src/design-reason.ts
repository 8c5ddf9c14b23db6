import { itemsToJudge } from './chosen-items.js';
import { drawableItems } from './drawable-items.js';
import type { FoundSelection } from './found-selection.js';

/**
 * What was done where no selector was named, and why, in two sentences.
 *
 * @param why - what a pilot says, where there is one
 */
export function designReason({ selection, dataset, size }: FoundSelection, why?: string): string {
  const chosen = itemsToJudge(selection);
  const cause = why === undefined ? '' : ` and ${why}:`;
  const many = `No selector was named,${cause || ' so'} ${size === 1 ? 'the only item was' : `${chosen.length} of the ${size} items ${chosen.length === 1 ? 'was' : 'were'}`}`;
  if (selection.selector === 'half-picked')
    return (
      `${many} chosen in turn by it and at random. ` +
      'That is for ranks only: means of picked items are not those of all, which `goldpan rank` says, too; a random sample is --selector sequential.'
    );
  if (selection.inclusion === undefined) {
    return (
      `${many} chosen in random order within the constraints, which leaves them without known probabilities. ` +
      'For a sample with known probabilities leave the constraints out, or take --selector stratified for shares of groups.'
    );
  }
  const { unit } = selection.options as { unit?: string };
  const could = drawableItems(selection.inclusion);
  const documents = new Set(Array.from(chosen, (item) => dataset.documents?.[item] ?? item)).size;
  const what =
    unit === 'documents'
      ? `${many} drawn at random as ${documents === 1 ? 'one whole document' : `${documents} whole documents`}`
      : `${many} drawn at random`;
  return (
    `${what} (${selection.selector}, ${probabilities(selection.inclusion, chosen)}). ` +
    `From such a sample \`goldpan rank\` can say what ${could < size ? `all ${could} items that could be drawn` : 'all items'} would, with intervals, ` +
    'which it cannot from items that were picked; picking is for where `goldpan compare` shows on judged items that it gains.'
  );
}

function probabilities(inclusion: Float64Array, chosen: Uint32Array): string {
  const ascending = Float64Array.from(chosen, (item) => inclusion[item]).sort();
  const [low, high] = [ascending[0], ascending[ascending.length - 1]].map((p) => p.toFixed(3));
  return low === high ? `each with probability ${low}` : `with probabilities from ${low} to ${high}`;
}
