import type { Rng } from '@goldpan/core';
import { oneOf, type Mutator } from './mutator.js';
import { oddJson } from './odd-values.js';

/** A JSON value of which every part keeps its text, so that numbers of any size, and fields that repeat, can be written. */
type Node = { readonly text: string } | { list: Node[] } | { fields: [name: string, value: Node][] };

/** Changes up to three parts of a JSON document; text that is no JSON, or too deep for this, stays. */
export const mutateJson: Mutator = (content, rng) => {
  try {
    const root: Node = { list: [nodeOf(JSON.parse(content.toString('utf8')))] };
    for (let edits = 1 + rng.integer(3); edits > 0; edits--) edit(root, rng);
    return Buffer.from(root.list.map(textOf).join(''));
  } catch {
    return content;
  }
};

function nodeOf(value: unknown): Node {
  if (Array.isArray(value)) return { list: value.map(nodeOf) };
  if (typeof value === 'object' && value !== null)
    return { fields: Object.entries(value).map(([name, inner]) => [name, nodeOf(inner)]) };
  return { text: JSON.stringify(value) };
}

function textOf(node: Node): string {
  if ('text' in node) return node.text;
  if ('list' in node) return `[${node.list.map(textOf).join(',')}]`;
  return `{${node.fields.map(([name, value]) => `${JSON.stringify(name)}:${textOf(value)}`).join(',')}}`;
}

/** Every list and object, the outermost first. */
function containers(root: Node): Node[] {
  const found: Node[] = [];
  const ahead = [root];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if ('text' in node) continue;
    found.push(node);
    ahead.push(...('list' in node ? node.list : node.fields.map(([, value]) => value)));
  }
  return found;
}

function edit(root: Node, rng: Rng): void {
  const all = containers(root);
  const place = oneOf(all, rng);
  if ('list' in place) editList(place, rng, all);
  else if ('fields' in place) editFields(place, rng, all);
}

function editList({ list }: { list: Node[] }, rng: Rng, all: readonly Node[]): void {
  const at = rng.integer(list.length + 1);
  const kind = rng.integer(5);
  if (kind === 0) list.splice(at, 1);
  else if (kind === 1 && at < list.length) list.splice(at, 0, list[at]);
  else if (kind === 2) list.splice(at, 0, part(all, rng));
  else list[Math.min(at, Math.max(0, list.length - 1))] = part(all, rng);
}

function editFields({ fields }: { fields: [string, Node][] }, rng: Rng, all: readonly Node[]): void {
  const at = rng.integer(fields.length + 1);
  const kind = rng.integer(6);
  if (kind === 0) fields.splice(at, 1);
  else if (kind === 1 && at < fields.length) fields.push([fields[at][0], part(all, rng)]);
  else if (kind === 2) fields.push([oneOf(NAMES, rng), part(all, rng)]);
  else if (kind === 3 && at < fields.length) fields[at] = [oneOf(NAMES, rng), fields[at][1]];
  else if (at < fields.length) fields[at] = [fields[at][0], part(all, rng)];
}

const NAMES = [
  '',
  ' ',
  'id',
  'i',
  'scores',
  'tgt',
  'human',
  '__proto__',
  'toString',
  'constructor',
  'a.b',
  'A ',
  '0',
];

/** An odd value or, now and then, a copy of another part. */
function part(all: readonly Node[], rng: Rng): Node {
  // A copy by its text: a part that holds itself would have no end.
  return rng.integer(4) === 0 ? { text: textOf(oneOf(all, rng)) } : { text: oddJson(rng) };
}
