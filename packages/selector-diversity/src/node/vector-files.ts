import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of a key: SHA-256. */
const KEY_BYTES = 32;
const HEADER_BYTES = 8;
const SUFFIX = '.vectors';

/**
 * Reads those of the wanted vectors that a folder has. A folder that is not there has none; a file that is damaged is
 * passed over, because its vectors can be made again.
 *
 * @param wanted - keys in hexadecimal
 */
export async function readVectors(
  folder: string,
  wanted: ReadonlySet<string>,
): Promise<Map<string, Float32Array>> {
  const found = new Map<string, Float32Array>();
  const names = await readdir(folder).catch(() => [] as string[]);
  for (const name of names.filter((file) => file.endsWith(SUFFIX)).sort()) {
    const bytes = await readFile(join(folder, name));
    if (bytes.length < HEADER_BYTES) continue;
    const count = bytes.readUInt32LE(0);
    const width = bytes.readUInt32LE(4);
    if (bytes.length !== HEADER_BYTES + count * (KEY_BYTES + 4 * width)) continue;
    for (let row = 0; row < count; row++) {
      const at = HEADER_BYTES + row * KEY_BYTES;
      const key = bytes.toString('hex', at, at + KEY_BYTES);
      if (!wanted.has(key)) continue;
      const start = HEADER_BYTES + count * KEY_BYTES + row * 4 * width;
      found.set(
        key,
        Float32Array.from({ length: width }, (_, d) => bytes.readFloatLE(start + 4 * d)),
      );
    }
  }
  return found;
}

/**
 * Writes vectors of equal length as one file of the folder: count and length, keys, numbers, all little-endian. The file is
 * named by its keys and moved into place when it is whole, so that several programs may share the folder.
 *
 * @param vectors - by key in hexadecimal; at least one
 */
export async function writeVectors(
  folder: string,
  vectors: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const keys = [...vectors.keys()];
  const width = vectors.get(keys[0])!.length;
  const bytes = Buffer.alloc(HEADER_BYTES + keys.length * (KEY_BYTES + 4 * width));
  bytes.writeUInt32LE(keys.length, 0);
  bytes.writeUInt32LE(width, 4);
  keys.forEach((key, row) => {
    bytes.write(key, HEADER_BYTES + row * KEY_BYTES, 'hex');
    const start = HEADER_BYTES + keys.length * KEY_BYTES + row * 4 * width;
    vectors.get(key)!.forEach((value, d) => bytes.writeFloatLE(value, start + 4 * d));
  });
  const name = createHash('sha256').update(keys.join()).digest('hex').slice(0, 24);
  const draft = join(folder, `${name}.${process.pid}.draft`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(draft, bytes);
    await rename(draft, join(folder, name + SUFFIX));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
