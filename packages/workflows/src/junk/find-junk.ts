import type { Dataset, JunkFinding } from '@goldpan/core';
import { boilerplate } from './boilerplate.js';
import { scriptOf } from './output-script.js';
import { junkRules, type ItemTexts, type JunkPlace, type JunkRule } from './junk-rules.js';

/** Items that are not worth a judgement. */
export interface Junk {
  /** Shape (N): 1 = some rule finds it junk. */
  readonly isJunk: Uint8Array;
  /** What was found by each rule that found something. */
  readonly findings: readonly JunkFinding[];
}

/** Examples shown of each rule. */
const EXAMPLES = 3;

/**
 * Finds junk: sources without words, outputs that are empty, copies, in another script, far too short or repeated from item to
 * item, items on which all systems say the same, and items that a column `contamination` marks (anything but 0, false, no or none). An item may be junk by several rules. O(characters)
 *
 * @param onItem - called with the texts of each item, for who looks at them too
 */
export function findJunk(dataset: Dataset, onItem?: (item: number, texts: ItemTexts) => void): Junk {
  const isJunk = new Uint8Array(dataset.size);
  const rules = [...junkRules, boilerplate(dataset), contaminated];
  const found = rules.map((): { count: number; examples: JunkFinding['examples'][number][] } => ({
    count: 0,
    examples: [],
  }));
  for (let item = 0; item < dataset.size; item++) {
    const texts = textsOf(dataset, item);
    onItem?.(item, texts);
    rules.forEach((rule, r) => {
      const place = rule.find(texts);
      if (place === undefined) return;
      isJunk[item] = 1;
      found[r].count++;
      if (found[r].examples.length < EXAMPLES)
        found[r].examples.push(exampleOf(dataset, item, { texts, place }));
    });
  }
  const findings = rules.map(({ name }, r) => ({
    rule: name,
    items: found[r].count,
    examples: found[r].examples,
  }));
  return { isJunk, findings: findings.filter(({ items }) => items > 0) };
}

/** The column that says which items a system may have been trained on. */
export const CONTAMINATION = 'contamination';

/** What the column can hold beside what means "no". */
const NOT = new Set(['', '0', 'false', 'no', 'none', 'null']);

const contaminated: JunkRule = {
  name: 'marked as contaminated',
  find: ({ contamination }) =>
    contamination !== undefined && !NOT.has(contamination.trim().toLowerCase()) ? -1 : undefined,
};

function textsOf(dataset: Dataset, item: number): ItemTexts {
  const { sources, references, systems, columns } = dataset;
  const outputs = dataset.outputs ? systems.map((_, system) => dataset.outputs!(item, system)) : [];
  return {
    contamination: columns?.get(CONTAMINATION)?.[item],
    source: sources?.[item],
    reference: references?.[item],
    outputs,
    scripts: outputs.map((output) => (output === undefined ? undefined : scriptOf(output))),
  };
}

function exampleOf(
  { ids, systems }: Dataset,
  item: number,
  { texts, place }: { texts: ItemTexts; place: JunkPlace },
): JunkFinding['examples'][number] {
  const text = place < 0 ? (texts.source ?? texts.outputs[0] ?? '') : texts.outputs[place]!;
  return { id: ids[item], ...(place >= 0 && { system: systems[place] }), text };
}
