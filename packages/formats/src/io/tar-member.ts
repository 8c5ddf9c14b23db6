import { badCompression } from '../errors.js';

const BLOCK = 512;
const MAGIC_AT = 257;
const PIECE = 256 * 1024;

/**
 * The bytes of the one file in a tar archive; bytes that are no archive as they are. Folders and records of the archive itself are
 * passed over.
 *
 * @throws BAD_COMPRESSION for an archive that ends early or has several files
 */
export async function* tarMember(
  chunks: AsyncIterable<Buffer>,
  path: string,
): AsyncGenerator<Buffer, void, void> {
  const source = new ChunkReader(chunks);
  try {
    const start = await source.peek(BLOCK);
    const isTar = start.toString('latin1', MAGIC_AT, MAGIC_AT + 5) === 'ustar';
    yield* isTar ? onlyFile(source, path) : source.rest();
  } finally {
    await source.close();
  }
}

async function* onlyFile(source: ChunkReader, path: string): AsyncGenerator<Buffer, void, void> {
  let found = false;
  for (;;) {
    const head = await source.read(BLOCK);
    // Blocks of zeros end an archive.
    if (head.every((byte) => byte === 0)) return;
    if (head.length < BLOCK) throw endsEarly(path);
    const { size, isFile } = headerOf(head);
    if (isFile && found) throw severalFiles(path);
    for (let left = size; left > 0;) {
      const chunk = await source.read(Math.min(left, PIECE));
      if (chunk.length === 0) throw endsEarly(path);
      left -= chunk.length;
      if (isFile) yield chunk;
    }
    await source.read((BLOCK - (size % BLOCK)) % BLOCK);
    found ||= isFile;
  }
}

function severalFiles(path: string) {
  const problem = 'must hold one file; it is a tar archive of several';
  return badCompression(path, problem, 'unpack it (tar -xf) and name the file');
}

function endsEarly(path: string) {
  return badCompression(
    path,
    'ends in the middle of a file of its tar archive',
    'copy or download it again: it is cut off',
  );
}

function headerOf(head: Buffer): { size: number; isFile: boolean } {
  const size = parseInt(head.toString('latin1', 124, 136).replace(/\0.*$/s, '').trim() || '0', 8);
  const kind = String.fromCharCode(head[156]);
  const name = head.toString('utf8', 0, 100).replace(/\0.*$/s, '');
  // macOS writes a companion `._NAME` for each file.
  const isFile = (kind === '0' || kind === '\0') && !/(^|\/)\._[^/]*$/.test(name);
  return { size, isFile };
}

/** Reads whole numbers of bytes from chunks. */
class ChunkReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** As many bytes as are asked for, fewer only at the end; they stay. */
  async peek(length: number): Promise<Buffer> {
    while (this.#held.length < length) {
      const { done, value } = await this.#chunks.next();
      if (done) break;
      // A chunk is valid until the next is asked for, so it is copied.
      this.#held = Buffer.concat([this.#held, value]);
    }
    return this.#held.subarray(0, length);
  }

  async read(length: number): Promise<Buffer> {
    const bytes = await this.peek(length);
    this.#held = this.#held.subarray(bytes.length);
    return bytes;
  }

  /** Lets go of the chunks, read or not. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async *rest(): AsyncGenerator<Buffer, void, void> {
    if (this.#held.length > 0) yield this.#held;
    for (let next = await this.#chunks.next(); !next.done; next = await this.#chunks.next()) yield next.value;
  }
}
