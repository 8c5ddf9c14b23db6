import type { Dataset } from '@goldpan/core';
import { editElements, editMember, keepElements, keepMembers } from '../json/edit-members.js';
import { memberText, setMember } from '../json/set-member.js';
import { itemsFile, type ItemLines, type ItemsFile } from './items-file.js';
import { leftJudgements, type JudgementEdit } from './left-judgements.js';

/**
 * The items of some systems: what the others wrote, were given and were judged is taken out of the lines. All else stays, to the byte, but
 * copies of a judgement that is taken out (`leftJudgements`).
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
  const outputs = JSON.parse(memberText(line, 'tgt') ?? 'null') ?? {};
  let text = line;
  for (const field of ['tgt', 'scores']) text = editMember(text, field, bySystem);
  text = editMember(
    text,
    'embedding',
    ofObject((value) => editMember(value, 'tgt', bySystem)),
  );
  return editMember(text, 'judgements', (value) => {
    if (!value.startsWith('[')) return value;
    const edits = leftJudgements({ judgements: JSON.parse(value), outputs }, ({ system }) =>
      kept.has(system as string),
    );
    const edited = editElements(value, (judgement, at) => withEdit(judgement, edits[at]));
    return keepElements(edited, (at) => edits[at] !== undefined);
  });
}

function withEdit(judgement: string, edit: JudgementEdit = {}): string {
  return Object.entries(edit).reduce(
    (text, [name, value]) =>
      value === undefined
        ? keepMembers(text, (other) => other !== name)
        : setMember(text, name, JSON.stringify(value)),
    judgement,
  );
}

/** Absent texts and scores may be written as null, which stays. */
function ofObject(edit: (value: string) => string) {
  return (value: string) => (value.startsWith('{') ? edit(value) : value);
}
