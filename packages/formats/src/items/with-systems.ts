import type { Dataset } from '@goldpan/core';
import { editMember, keepElements, keepMembers } from '../json/edit-members.js';
import { itemsFile, type ItemLines, type ItemsFile } from './items-file.js';

/**
 * The items of some systems: what the others wrote, were given and were judged is taken out of the lines. All else stays, to the byte.
 *
 * @param dataset - the dataset of the file, of these systems alone
 */
export function withSystems(file: ItemsFile, dataset: Dataset): ItemsFile {
  const { records: _, dataset: _all, ...found } = file;
  const kept = new Set(dataset.systems);
  const lines: ItemLines['lines'] = async function* (items) {
    for await (const line of file.lines(items)) yield ofSystems(line, kept);
  };
  return itemsFile({ ...found, lines, dataset });
}

function ofSystems(line: string, kept: ReadonlySet<string>): string {
  const bySystem = ofObject((value) => keepMembers(value, (system) => kept.has(system)));
  let text = line;
  for (const field of ['tgt', 'scores']) text = editMember(text, field, bySystem);
  text = editMember(
    text,
    'embedding',
    ofObject((value) => editMember(value, 'tgt', bySystem)),
  );
  return editMember(text, 'judgements', (value) =>
    value.startsWith('[')
      ? keepElements(value, (judgement) => kept.has(JSON.parse(judgement).system))
      : value,
  );
}

/** Absent texts and scores may be written as null, which stays. */
function ofObject(edit: (value: string) => string) {
  return (value: string) => (value.startsWith('{') ? edit(value) : value);
}
