import { FROM_FILE_NAME } from '../../tables/file-system.js';
import type { AnswerSheet } from './answer-sheet.js';
import { fieldText } from './field-text.js';

/**
 * The first of some fields that can hold identifiers of items. One that is another for every system, although systems share source
 * texts, numbers the tasks: items are then better joined by their texts. O(sheets · fields).
 *
 * @param roles - the fields of systems and sources; without either the first candidate is taken as it is
 */
export function itemField(
  sheets: readonly AnswerSheet[],
  candidates: readonly string[],
  { system, source }: { readonly system?: string; readonly source?: string },
): string | undefined {
  if (source === undefined || system === undefined) return candidates[0];
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
