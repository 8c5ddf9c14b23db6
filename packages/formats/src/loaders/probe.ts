import { readdir, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { openError, openFile } from '../io/open-file.js';
import { readBytes } from '../io/read-bytes.js';

/** The beginning of an input, by which a loader may know its format. */
export interface Probe {
  readonly path: string;
  /** The names in a folder; undefined for a file. */
  readonly folder?: readonly string[];
  /** The first 64 KiB of a file, unpacked from gzip; empty for a folder, and for a pipe, which can be read only once. */
  readonly start: Buffer;
  /** The first line that is not blank, parsed as JSON; undefined where it is not JSON or longer than the start. */
  readonly record?: Readonly<Record<string, any>>;
}

const START = 64 * 1024;

/** Looks at the beginning of an input. @throws FILE_NOT_FOUND, READ_FAILED */
export async function probeInput(path: string): Promise<Probe> {
  const stats = await stat(path).catch(async (error: unknown) => {
    throw await openError(error, path);
  });
  if (stats.isDirectory()) return { path, folder: (await readdir(path)).sort(), start: Buffer.alloc(0) };
  if (!stats.isFile()) return { path, start: Buffer.alloc(0) };
  const start = await startOf(path);
  return { path, start, ...recordOf(start) };
}

/** The name of the input without its folder. */
export function nameOf(probe: Probe): string {
  return basename(probe.path);
}

async function startOf(path: string): Promise<Buffer> {
  const file = await openFile(path);
  try {
    const raw = Buffer.alloc(4);
    await file.read(raw, 0, 4, 0);
    const isText = raw.readUInt16BE(0) === 0x1f8b || !/^(PK|PAR1)/.test(raw.toString('latin1'));
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of readBytes(file, path, { raw: !isText })) {
      chunks.push(Buffer.from(chunk.subarray(0, START)));
      length += chunk.length;
      if (length >= START) break;
    }
    return Buffer.concat(chunks).subarray(0, START);
  } finally {
    await file.close();
  }
}

function recordOf(start: Buffer): { record?: Record<string, any> } {
  const line = start
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .find((text) => text.trim() !== '');
  try {
    const record: unknown = JSON.parse(line ?? '');
    return typeof record === 'object' && record !== null && !Array.isArray(record) ? { record } : {};
  } catch {
    return {};
  }
}
