import type { Dataset, Warning } from '@goldpan/core';
import { copiesSource, isEmpty } from '../junk/broken-output.js';
import type { ItemTexts } from '../junk/junk-rules.js';
import { usualScript } from '../junk/output-script.js';

/** What can be wrong with an output, and how to count it. */
const kinds = ['empty', 'a copy of the source', 'in another script than the other systems'] as const;

/** Looks at items, one after the other, and warns of what it saw. */
export interface OddOutputs {
  look(item: number, texts: ItemTexts): void;
  /** The warning; undefined where nothing was odd. */
  warning(): Warning | undefined;
}

/**
 * Warns of outputs that are empty, copies of their source, or in another script than most systems use on the item: such cells
 * have extreme scores, and selectors that look for spread pick them first. O(characters).
 */
export function oddOutputs({ ids, systems }: Dataset): OddOutputs {
  const counts = [0, 0, 0];
  let first: string | undefined;
  return {
    look(item, { outputs, source, scripts }) {
      const usual = usualScript(scripts);
      outputs.forEach((output, system) => {
        const kind = oddity(output, { source, script: scripts[system], usual });
        if (kind < 0) return;
        counts[kind]++;
        first ??= `item ${ids[item]}, system ${systems[system]}, is ${kinds[kind]}`;
      });
    },
    warning() {
      if (first === undefined) return undefined;
      const found = kinds.flatMap((kind, k) => (counts[k] > 0 ? [`${counts[k]} ${kind}`] : []));
      return {
        code: 'ODD_OUTPUTS',
        text: `Outputs that look broken: ${found.join(', ')} (first: ${first}). Selectors that look for spread pick such items first: check them before people judge them.`,
      };
    },
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
