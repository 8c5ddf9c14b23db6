import type { Dataset } from '@goldpan/core';
import type { JunkRule } from './junk-rules.js';

/** Shorter texts, such as answers to choose from, are rightly the same in many items. */
const LONG = 20;
/** So many items with different sources make a text boilerplate. */
const MANY = 3;

/** The rule against outputs that are the same for different sources, such as refusals. It knows the data it is made of. O(characters) */
export function boilerplate(dataset: Dataset): JunkRule {
  const repeated = repeatedOutputs(dataset);
  return {
    name: `an output that is the same for ${MANY} sources or more`,
    find({ outputs }) {
      const system = outputs.findIndex((output) => output !== undefined && repeated.has(output));
      return system < 0 ? undefined : system;
    },
  };
}

function repeatedOutputs({ size, systems, sources, outputs }: Dataset): ReadonlySet<string> {
  const seen = new Map<string, { readonly sources: (string | undefined)[] }>();
  const repeated = new Set<string>();
  for (let item = 0; outputs && sources && item < size; item++) {
    for (let system = 0; system < systems.length; system++) {
      const output = outputs(item, system);
      if (output === undefined || output.length < LONG || repeated.has(output)) continue;
      const entry = seen.get(output);
      if (entry === undefined) seen.set(output, { sources: [sources[item]] });
      else if (!entry.sources.includes(sources[item])) entry.sources.push(sources[item]);
      if (entry && entry.sources.length >= MANY) repeated.add(output);
    }
  }
  return repeated;
}
