import { unzipSync, zipSync } from 'fflate';
import { mutateBytes } from './bytes.js';
import { mutateJson } from './json.js';
import { oneOf, type Mutator } from './mutator.js';

/** Changes an entry of a zip archive as JSON, its name, or the bytes of the archive. */
export const mutateArchive: Mutator = (content, rng) => {
  const entries = entriesOf(content);
  if (entries.length === 0 || rng.integer(3) === 0) return mutateBytes(content, rng);
  const at = rng.integer(entries.length);
  const [name, inner] = entries[at];
  const kind = rng.integer(4);
  if (kind === 0) entries.splice(at, 1);
  else if (kind === 1) entries[at] = [oneOf(['header.json', 'samples/x.json', '../x', 'a/'], rng), inner];
  else entries[at] = [name, mutateJson(Buffer.from(inner), rng)];
  return Buffer.from(zipSync(Object.fromEntries(entries), { level: oneOf([0, 6], rng) }));
};

/** An archive that was damaged before may claim any size, and is given as much memory. */
const LARGEST = 1e6;

/** None where the archive was damaged before. */
function entriesOf(content: Buffer): [string, Uint8Array][] {
  try {
    return Object.entries(unzipSync(content, { filter: ({ originalSize }) => originalSize <= LARGEST }));
  } catch {
    return [];
  }
}
