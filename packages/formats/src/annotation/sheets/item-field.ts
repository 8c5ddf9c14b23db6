import { FROM_FILE_NAME } from '../../tables/file-system.js';
import type { AnswerSheet } from './answer-sheet.js';
import { fieldText } from './field-text.js';
import type { OutputRole } from './task-roles.js';

/**
 * The first of some fields that can hold identifiers of items. One that is another for every system, although systems share source
 * texts, numbers the tasks: items are then better joined by their texts. O(sheets · fields).
 */
export function itemField(
  sheets: readonly AnswerSheet[],
  candidates: readonly string[],
  { outputs, source }: { readonly outputs: readonly OutputRole[]; readonly source?: string },
): string | undefined {
  const [{ system }] = outputs;
  if (outputs.length > 1 || source === undefined || system === undefined) return candidates[0];
  const isShared = (field: string) => isSharedBySystems(sheets, { field, system });
  return isShared(source) ? candidates.find(isShared) : candidates[0];
}

/** Whether two systems have one value of a field. */
function isSharedBySystems(
  sheets: readonly AnswerSheet[],
  { field, system }: { readonly field: string; readonly system: string },
): boolean {
  const first = new Map<string, string>();
  return sheets.some(({ fields, path }) => {
    const value = fieldText(fields, field);
    if (value === '') return false;
    const own = system === FROM_FILE_NAME ? path : fieldText(fields, system);
    if (!first.has(value)) first.set(value, own);
    return first.get(value) !== own;
  });
}
