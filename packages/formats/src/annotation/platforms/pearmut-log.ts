import { jsonText } from '../../json/json-text.js';
import { jsonObject } from '../../loaders/json-object.js';
import type { Intake } from '../../reading/intake.js';
import { records, type SourceRecord } from '../../tables/records.js';

/** What Pearmut writes in place of answers when someone starts an item anew. */
const RESET = '__RESET__';

/**
 * The entries of a log that count: of what a person submitted several times the last, and nothing from before a reset, as Pearmut itself
 * counts. Memory: the log.
 */
export async function pearmutLog(path: string, intake: Intake): Promise<readonly SourceRecord[]> {
  const counting = new Map<string, SourceRecord>();
  let [again, reset] = [0, 0];
  let nameless = 0;
  for await (const batch of records(path, intake)) {
    for (const record of batch) {
      const { user_id: user, item_i: item, annotation } = record.value;
      if (annotation === RESET) {
        for (const [key, { value }] of counting)
          if (value.user_id === user && (item === undefined || item === null || value.item_i === item))
            reset += Number(counting.delete(key));
        continue;
      }
      const key =
        user === undefined ? String(nameless++) : jsonText([user, item, shownIds(record.value.item)]);
      again += Number(counting.delete(key));
      counting.set(key, record);
    }
  }
  if (again > 0)
    intake.note(`entries that the same person submitted again: ${again}; the last of each counts`);
  if (reset > 0) intake.note(`entries that were reset, and left out: ${reset}`);
  return [...counting.values()];
}

function shownIds(items: unknown): unknown[] {
  return Array.isArray(items) ? items.map((item: unknown) => jsonObject(item)?.item_id) : [];
}
