import { FROM_FILE_NAME, systemOfFile } from '../../tables/file-system.js';
import type { CellTable } from '../../tables/cell-table.js';
import type { AnswerSheet } from './answer-sheet.js';
import { fieldText } from './field-text.js';
import type { TaskRoles } from './task-roles.js';

/** An output that a task shows. */
export interface TaskCell {
  readonly side: string;
  readonly system: string;
  readonly output: string;
}

/** What a task shows: an item, and the outputs of it that are judged. */
export interface TaskCells {
  readonly id: string;
  readonly source: string;
  readonly cells: readonly TaskCell[];
  /** Further fields of the item. */
  readonly fields: readonly (readonly [string, string])[];
}

/** Reads what a task shows; what is wrong with it, as text. Nothing is kept yet. */
export function taskCells(sheet: AnswerSheet, roles: TaskRoles): TaskCells | string {
  const text = (name: string | undefined) => fieldText(sheet.fields, name);
  const source = text(roles.source);
  const id =
    roles.item === undefined ? (roles.source === undefined ? (sheet.task ?? '') : source) : text(roles.item);
  if (id === '') {
    const name = roles.item ?? roles.source ?? 'id';
    return `every task must name its item; the field ${JSON.stringify(name)} is empty; fill it in, or name another (item-field)`;
  }
  const cells: TaskCell[] = [];
  for (const { side, output, system } of roles.outputs) {
    const name =
      system === undefined ? side : system === FROM_FILE_NAME ? systemOfFile(sheet.path) : text(system);
    // Of several outputs some may be missing.
    if (name === '' && roles.outputs.length > 1 && text(output) === '') continue;
    if (name === '')
      return `item ${JSON.stringify(id)}: every task must name its system; the field ${JSON.stringify(system)} is empty; fill it in, or name another (system-field)`;
    cells.push({ side, system: name, output: text(output) });
  }
  const fields = (['source', 'reference', 'document', 'domain'] as const).flatMap((role) => {
    const value = text(roles[role]);
    return value === '' ? [] : [[FIELDS[role], value] as const];
  });
  return { id, source, cells, fields };
}

const FIELDS = { source: 'src', reference: 'ref', document: 'doc', domain: 'domain' } as const;

/** Puts what a task shows into a table; what is at odds with an earlier task, as text, and then nothing is kept. */
export function keepTask(
  { id, cells, fields }: TaskCells,
  table: CellTable,
  { texts, where }: { readonly texts: boolean; readonly where: string },
): string | undefined {
  const known = table.positionOf(id);
  const wanted = fields.filter(([field]) => texts || (field !== 'src' && field !== 'ref'));
  const odd = wanted.find(([field, value]) => (table.field(id, field) ?? value) !== value);
  if (odd !== undefined)
    return `item ${JSON.stringify(id)} must have one ${JSON.stringify(odd[0])}; an earlier task has another; mend it, or name another field of items (item-field)`;
  const outputs = texts ? cells.filter(({ output }) => output !== '') : [];
  const other = outputs.find(
    ({ system, output }) => known !== undefined && (table.outputOf(known, system) ?? output) !== output,
  );
  if (other !== undefined)
    return `item ${JSON.stringify(id)}, system ${JSON.stringify(other.system)} must have one output; an earlier task has another; mend it, or name another field of items (item-field)`;
  const item = table.item(id, where);
  for (const [field, value] of wanted) table.set(item, field, value);
  for (const { system, output } of outputs) table.output(item, system, output);
  return undefined;
}
