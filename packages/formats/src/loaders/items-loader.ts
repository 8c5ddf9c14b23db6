import { z } from '@goldpan/core';
import { exactLabels } from '../items/exact-labels.js';
import { whereOf, type Intake, type JsonLine } from '../reading/intake.js';
import { directionOptions } from '../tables/column-options.js';
import { jsonObject } from './json-object.js';
import { defineLoader, type LoadedItem } from './loader.js';
import { TurnedItems } from './turned-items.js';

/** Item JSON lines, Goldpan's own format; several files are read one after the other. */
export const itemsLoader = defineLoader({
  name: 'items',
  summary: 'Item JSON lines, plain or gzip: the format Goldpan shares with subset2evaluate.',
  input: 'one or more .jsonl or .jsonl.gz files',
  options: z.object(directionOptions),
  itemPerLine: true,
  detect: ({ record }) => jsonObject(record?.scores) !== undefined && (record?.id ?? record?.i) !== undefined,
  async *load(paths, { 'lower-is-better': lower }, intake) {
    const turned = lower.length === 0 ? undefined : new TurnedItems(lower);
    // One item is held back: the last may have to declare a scale.
    let held: LoadedItem | undefined;
    for (const path of paths)
      for await (const lines of intake.jsonLines(path)) {
        const items = lines.filter((line) => isOfItem(line, intake)).map(itemOf);
        if (turned === undefined) yield items;
        else if (items.length > 0) {
          const ready = [...(held ? [held] : []), ...items.map((item) => turned.item(item))];
          held = ready.pop();
          yield ready;
        }
      }
    if (held) yield [turned!.last(held)];
  },
});

/** The options of item files when none are given. */
export const NO_OPTIONS = itemsLoader.options.parse({});

/** What an item is known by, and what else it may be made of: it has at least one of these members. */
const MAIN_MEMBERS = ['id', 'i', 'src', 'ref', 'tgt', 'scores', 'judgements'];
const MEMBERS = [...MAIN_MEMBERS, 'doc', 'domain', 'cost', 'embedding'];

/** A line of objects that have nothing of an item is of another format: as an item it would be empty. */
function isOfItem(line: JsonLine, intake: Intake): boolean {
  const record = jsonObject(line.value);
  if (record === undefined || MEMBERS.some((name) => Object.hasOwn(record, name))) return true;
  const needed = MAIN_MEMBERS.map((name) => JSON.stringify(name));
  const names = Object.keys(record)
    .slice(0, 6)
    .map((name) => JSON.stringify(name.slice(0, 30)));
  const has = names.length === 0 ? 'nothing' : names.join(', ');
  intake.reject(
    line,
    `an item must have at least one of ${needed.join(', ')}; it has ${has}; name the format of the file (--format) where it is another`,
  );
  return false;
}

/** Whether the value is an item is for the dataset to say. */
function itemOf(line: JsonLine): LoadedItem {
  const record = exactLabels(line.value, line.text) as LoadedItem['record'];
  return { record, origin: whereOf(line), line };
}
