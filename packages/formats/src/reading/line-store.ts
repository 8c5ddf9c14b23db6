import type { RandomFile } from './random-file.js';

/** Reads parts of files by their positions, so that memory need not hold their texts. */
export class LineStore {
  readonly #open: (path: string) => Promise<RandomFile>;
  readonly #files = new Map<string, Promise<RandomFile>>();

  constructor(open: (path: string) => Promise<RandomFile>) {
    this.#open = open;
  }

  /** Some bytes of the (unpacked) file; fewer where it ends before them. */
  async bytes(path: string, start: number, length: number): Promise<Buffer> {
    let file = this.#files.get(path);
    if (file === undefined) this.#files.set(path, (file = this.#open(path)));
    return (await file).read(start, length);
  }

  async close(): Promise<void> {
    for (const file of this.#files.values())
      await file.then(
        (opened) => opened.close(),
        () => undefined,
      );
    this.#files.clear();
  }
}
