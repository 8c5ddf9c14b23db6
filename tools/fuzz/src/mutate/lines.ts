import { mutateJson } from './json.js';
import { oneOf, type Mutator } from './mutator.js';

/** Changes a line of JSON lines as JSON. */
export const mutateJsonLine: Mutator = (content, rng) => {
  const lines = content.toString('utf8').split('\n');
  const at = rng.integer(lines.length);
  lines[at] = mutateJson(Buffer.from(lines[at]), rng).toString('utf8');
  return Buffer.from(lines.join('\n'));
};

/** Drops, doubles, swaps, splits or joins lines, or ends them otherwise. */
export const mutateLines: Mutator = (content, rng) => {
  const lines = content.toString('latin1').split('\n');
  const [a, b] = [rng.integer(lines.length), rng.integer(lines.length)];
  const kind = rng.integer(7);
  if (kind === 0) lines.splice(a, 1);
  else if (kind === 1) lines.splice(b, 0, lines[a]);
  else if (kind === 2) [lines[a], lines[b]] = [lines[b], lines[a]];
  else if (kind === 3) lines.splice(a, 0, oneOf(['', '  ', '\t', '#', 'CANARY 123', '\ufeff', '{'], rng));
  else if (kind === 4) lines[a] = lines[a].slice(0, rng.integer(lines[a].length + 1));
  else if (kind === 5) lines.push(...Array.from({ length: 30 }, () => lines[a]));
  return Buffer.from(lines.join(kind === 6 ? oneOf(['\r\n', '\r', '\n\n', '\u2028'], rng) : '\n'), 'latin1');
};
