import type { Dataset, Warning } from '@goldpan/core';
import { copiesSource, isEmpty } from '../junk/broken-output.js';
import { scriptOf, usualScript } from '../junk/output-script.js';

/** What can be wrong with an output, and how to count it. */
const kinds = ['empty', 'a copy of the source', 'in another script than the other systems'] as const;

/**
 * Warns of outputs that are empty, copies of their source, or in another script than most systems use on the item: such cells
 * have extreme scores, and selectors that look for spread pick them first. O(characters).
 */
export function oddOutputs(dataset: Dataset): Warning | undefined {
  if (!dataset.outputs) return undefined;
  const counts = [0, 0, 0];
  let first: string | undefined;
  for (let item = 0; item < dataset.size; item++) {
    const outputs = dataset.systems.map((_, system) => dataset.outputs!(item, system));
    const used = outputs.map((output) => (output === undefined ? undefined : scriptOf(output)));
    const usual = usualScript(used);
    outputs.forEach((output, system) => {
      const kind = oddity(output, { source: dataset.sources?.[item], script: used[system], usual });
      if (kind < 0) return;
      counts[kind]++;
      first ??= `item ${dataset.ids[item]}, system ${dataset.systems[system]}, is ${kinds[kind]}`;
    });
  }
  if (first === undefined) return undefined;
  const found = kinds.flatMap((kind, k) => (counts[k] > 0 ? [`${counts[k]} ${kind}`] : []));
  return {
    code: 'ODD_OUTPUTS',
    text: `Outputs that look broken: ${found.join(', ')} (first: ${first}). Selectors that look for spread pick such items first: check them before people judge them.`,
  };
}

function oddity(
  output: string | undefined,
  { source, script, usual }: { source?: string; script?: string; usual?: string },
): number {
  if (output === undefined) return -1;
  if (isEmpty(output)) return 0;
  if (copiesSource(output, source)) return 1;
  return script !== undefined && usual !== undefined && script !== usual ? 2 : -1;
}
