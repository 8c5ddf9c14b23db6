import { quoteList } from '@goldpan/core';
import { unusableInput } from '../../errors.js';
import { FROM_FILE_NAME } from '../../tables/file-system.js';
import type { JudgementOptions } from '../judgement-options.js';
import type { AnswerSheet } from './answer-sheet.js';
import { plainName, sidedName, wordsOf } from './field-name.js';
import { itemField } from './item-field.js';
import { ROLE_NAMES, type Role } from './role-names.js';

/** Where an output of a task stands, and who wrote it. */
export interface OutputRole {
  /** What tells it from the others of the task: a word of its field. Empty where a task has one output. */
  readonly side: string;
  readonly output?: string;
  /** Absent where the side itself stands for a system. */
  readonly system?: string;
}

/** Which field holds what of a task; absent where none does. */
export interface TaskRoles {
  readonly item?: string;
  readonly source?: string;
  readonly reference?: string;
  readonly document?: string;
  readonly domain?: string;
  /** One, or several that stand side by side. */
  readonly outputs: readonly OutputRole[];
}

/** What a campaign was read as, for messages. */
export interface Campaign {
  /** The input, and what it is: `an export of Label Studio`. */
  readonly path: string;
  readonly kind: string;
  readonly format: string;
}

/**
 * Tells by names which fields of tasks hold what, unless options say so: the first of the likely names that a field has, by its whole
 * name, or by its last part where it is a member of a member.
 *
 * @throws UNUSABLE_INPUT where nothing names an item or a system, or an option names what is not there
 */
export function taskRoles(
  sheets: readonly AnswerSheet[],
  options: JudgementOptions,
  campaign: Campaign,
): TaskRoles {
  const names = [...new Set(sheets.flatMap(({ fields }) => [...fields.keys()]))];
  const taken = new Set(namedFields(options));
  for (const name of taken) if (name !== FROM_FILE_NAME) requireField(name, sheets, campaign);
  const free = names.filter((name) => !taken.has(name));
  const one = (role: Role): string | undefined => {
    const told = options[`${role}-field`];
    return typeof told === 'string' ? told : told?.length === 1 ? told[0] : likely(free, role);
  };
  const sides = sidesOf(free, options);
  const single = { side: '', output: one('output'), system: one('system') };
  const isSided = sides.length > 1 && (single.system === undefined || sides[0].system !== undefined);
  const outputs = isSided ? sides : [single];
  if (!isSided && single.system === undefined) throw noSystem(names, campaign);
  const found = { source: one('source'), reference: one('reference') };
  const labels = { document: one('document'), domain: one('domain') };
  const used = new Set([...Object.values(found), ...Object.values(labels), single.output, single.system]);
  const candidates = rankedFields(
    free.filter((name) => !used.has(name)),
    'item',
  );
  const item =
    options['item-field'] ??
    itemField(sheets, candidates, { source: found.source, ...(!isSided && { system: single.system }) });
  const hasTasks = isSided && sheets.every(({ task }) => task !== undefined);
  if (item === undefined && found.source === undefined && !hasTasks)
    throw unusableInput(
      campaign.path,
      `is ${campaign.kind}; no field names an item and none holds a source text; its fields are ${quoteList(names)}`,
      `name the field with --format ${campaign.format} --item-field NAME`,
    );
  return { item, ...found, ...labels, outputs };
}

/** The fields that options name. */
function namedFields(options: JudgementOptions): string[] {
  const roles = Object.keys(ROLE_NAMES) as Role[];
  return roles.flatMap((role) => options[`${role}-field`] ?? []);
}

/** The fields whose names are likely for a role, the likeliest first. */
function rankedFields(names: readonly string[], role: Role): string[] {
  const last = (name: string) => plainName(name.slice(name.lastIndexOf('.') + 1));
  return ROLE_NAMES[role].flatMap((likely) => [
    ...names.filter((name) => plainName(name) === likely),
    ...names.filter((name) => name.includes('.') && plainName(name) !== likely && last(name) === likely),
  ]);
}

function likely(names: readonly string[], role: Role): string | undefined {
  return rankedFields(names, role)[0];
}

/** The outputs that stand side by side: those that options name, or those whose names differ by the side alone. */
function sidesOf(free: readonly string[], options: JudgementOptions): OutputRole[] {
  const told = options['output-field'];
  const outputs =
    told.length > 1
      ? told.map((name, at) => ({ name, side: sideOf(name, at) }))
      : sidedFields(free, 'output');
  const systems = options['system-field'];
  const guessed = sidedFields(free, 'system');
  const count = Math.max(outputs.length, systems.length);
  return Array.from({ length: count }, (_, at): OutputRole => {
    const { name: output, side = sideOf(systems[at], at) } = outputs[at] ?? {};
    const system = systems[at] ?? guessed.find((field) => field.side === side)?.name;
    return { side, output, system };
  });
}

function sideOf(name: string, at: number): string {
  return sidedName(name)?.side ?? wordsOf(name)[0] ?? String(at + 1);
}

/** The fields of a role that are there for several sides, under the likeliest name that is so. */
function sidedFields(names: readonly string[], role: 'output' | 'system') {
  const sided = names.flatMap((name) => {
    const found = sidedName(name);
    return found === undefined ? [] : [{ name, ...found }];
  });
  const stem = ROLE_NAMES[role].find((likely) => sided.filter((field) => field.stem === likely).length > 1);
  return sided.filter((field) => field.stem === stem).sort((a, b) => (a.side < b.side ? -1 : 1));
}

/** @throws UNUSABLE_INPUT where no task has a field */
export function requireField(name: string, sheets: readonly AnswerSheet[], { path, kind }: Campaign): void {
  if (sheets.some(({ fields }) => fields.has(name))) return;
  const names = [...new Set(sheets.flatMap(({ fields }) => [...fields.keys()]))];
  const problem = `is ${kind}; no field of its tasks is called ${JSON.stringify(name)}; they are ${quoteList(names)}`;
  throw unusableInput(path, problem, 'name one of them');
}

function noSystem(names: readonly string[], { path, kind, format }: Campaign) {
  const isOwn = ['task', 'source', 'reference', 'output'].every((name) => names.includes(name));
  const problem = `is ${kind}; no field names a system; its fields are ${quoteList(names)}`;
  const own = 'these look like tasks that Goldpan handed out: give their key file with --key';
  const advice = `name the field with --format ${format} --system-field NAME, or, where each file is of one system, --system-field ${FROM_FILE_NAME}`;
  return unusableInput(
    path,
    problem,
    isOwn ? `${own} (--format ${format} --key FILE); otherwise ${advice}` : advice,
  );
}
