import { createHash, type Hash } from 'node:crypto';
import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileChanged, notReadableTwice } from '../errors.js';
import { openFile } from '../io/open-file.js';
import { readBytes } from '../io/read-bytes.js';

interface Registered {
  readonly stats: Stats;
  sha256: string;
}

/** The files that were read: how they were, and their hashes. A second use of a file checks that it has not changed. */
export class FileRegister {
  readonly #files = new Map<string, Registered>();
  readonly #onBytes?: (bytes: number) => void;
  #bytes = 0;

  constructor(onBytes?: (bytes: number) => void) {
    this.#onBytes = onBytes;
  }

  /** Opens a file, lets it be read from its start to its end, and closes it. */
  async *use<T>(
    path: string,
    read: (file: FileHandle, hash: Hash | undefined) => AsyncIterable<T>,
  ): AsyncGenerator<T, void, void> {
    const file = await openFile(path);
    try {
      const stats = await file.stat();
      const known = this.#check(path, stats);
      const hash = known ? undefined : createHash('sha256');
      yield* read(file, hash);
      if (hash) this.#add(path, { stats, sha256: hash.digest('hex') });
    } finally {
      await file.close();
    }
  }

  /** Opens a file that is read in parts, after one pass over it for its hash. */
  async open(path: string): Promise<FileHandle> {
    const file = await openFile(path);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) throw notReadableTwice(path);
      if (!this.#check(path, stats)) this.#add(path, { stats, sha256: await hashOf(file, path) });
      return file;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The files, in the order in which they were read. */
  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Reports progress within a file, on top of the files before it. */
  progress(path: string): ((bytes: number) => void) | undefined {
    if (this.#onBytes === undefined || this.#files.has(path)) return undefined;
    return (bytes) => this.#onBytes!(this.#bytes + bytes);
  }

  /** Bytes of all files together. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The hash of the only file; otherwise of the list of hashes and names, sorted by name. */
  get sha256(): string {
    const files = [...this.#files].map(([path, { sha256 }]) => ({ name: basename(path), path, sha256 }));
    if (files.length === 1) return files[0].sha256;
    const lines = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`);
    return createHash('sha256')
      .update(lines.sort((a, b) => order(a.slice(66), b.slice(66)) || order(a, b)).join(''))
      .digest('hex');
  }

  #check(path: string, stats: Stats): boolean {
    const known = this.#files.get(path);
    if (known === undefined) return false;
    if (!stats.isFile()) throw notReadableTwice(path);
    if (known.stats.size !== stats.size || known.stats.mtimeMs !== stats.mtimeMs) throw fileChanged(path);
    return true;
  }

  #add(path: string, file: Registered): void {
    this.#files.set(path, file);
    this.#bytes += file.stats.size;
  }
}

async function hashOf(file: FileHandle, path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const _ of readBytes(file, path, { hash, raw: true }));
  return hash.digest('hex');
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
