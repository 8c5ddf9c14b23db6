import type { FileHandle } from 'node:fs/promises';
import { isGzip } from '../../io/read-bytes.js';
import { unpackToTemporaryFile } from '../../io/unpack-to-temporary-file.js';
import type { FileRegister } from '../file-register.js';

interface OpenFile {
  readonly file: FileHandle;
  close(): Promise<void>;
}

/** Reads lines of files again by their positions, so that memory need not hold their texts. */
export class LineStore {
  readonly #register: FileRegister;
  readonly #files = new Map<string, OpenFile>();

  constructor(register: FileRegister) {
    this.#register = register;
  }

  /** The text from one byte of the (unpacked) file to before another. */
  async text(path: string, start: number, end: number): Promise<string> {
    const { file } = this.#files.get(path) ?? (await this.#open(path));
    const bytes = Buffer.allocUnsafe(end - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    return bytes.toString('utf8', 0, bytesRead);
  }

  async close(): Promise<void> {
    for (const file of this.#files.values()) await file.close();
    this.#files.clear();
  }

  async #open(path: string): Promise<OpenFile> {
    const file = await this.#register.open(path);
    const opened: OpenFile = { file, close: () => file.close() };
    this.#files.set(path, opened);
    if (!(await isGzip(file))) return opened;
    const unpacked = await unpackToTemporaryFile(file, path);
    const both: OpenFile = {
      file: unpacked.file,
      close: async () => {
        await unpacked.remove();
        await file.close();
      },
    };
    this.#files.set(path, both);
    return both;
  }
}
