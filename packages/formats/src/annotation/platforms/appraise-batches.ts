import { labelText } from '../../json/json-text.js';
import { jsonObject } from '../../loaders/json-object.js';

/** What an output was shown with. */
export interface AppraiseTexts {
  readonly source: string;
  readonly output: string;
}

/** What names an output in scores and batches. */
export function outputKey(target: unknown, segment: unknown, document: unknown): string {
  return JSON.stringify([target, segment, document ?? ''].map((part) => labelText(part ?? '')));
}

/** The texts of the outputs in batches, by what names them; those of checks are others, and left out. O(items). */
export function* batchTexts(batches: unknown): Generator<readonly [string, AppraiseTexts]> {
  if (!Array.isArray(batches)) return;
  for (const batch of batches) {
    const items: unknown = jsonObject(batch)?.items;
    for (const one of Array.isArray(items) ? items : []) {
      const item = jsonObject(one) ?? {};
      if (item.itemType !== 'TGT') continue;
      const targets: unknown[] = Array.isArray(item.targets) ? item.targets : [item];
      for (const target of targets) {
        const { targetID, targetText } = jsonObject(target) ?? {};
        const source: unknown = item.sourceText ?? item.segmentText;
        if (typeof targetText !== 'string' || typeof source !== 'string') continue;
        yield [outputKey(targetID, item.itemID, item.documentID), { source, output: targetText }];
      }
    }
  }
}
