import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetFromItems, runSelector } from '@goldpan/core';
import { env } from '@huggingface/transformers';
import { expectClose } from '@goldpan/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { outputDiversity, type Embedder } from '../src/index.js';
import { cachedEmbedder, httpEmbedder, sentenceModelEmbedder } from '../src/node/index.js';
import { wordVectors, writeTinyModel } from './tiny-model.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'goldpan-embedding-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const rowsOf = ({ dimensions, values }: { dimensions: number; values: ArrayLike<number> }) =>
  Array.from({ length: values.length / dimensions }, (_, row) =>
    Array.from({ length: dimensions }, (_, d) => values[row * dimensions + d]),
  );
const unit = (vector: readonly number[]) => vector.map((x) => x / Math.hypot(...vector));
const meanOf = (words: readonly number[]) =>
  [0, 1, 2].map((d) => words.reduce((sum, word) => sum + wordVectors[word][d], 0) / words.length);

describe('a sentence model', () => {
  test('in a folder gives the scaled mean of its token vectors', async () => {
    const embedder = await sentenceModelEmbedder(writeTinyModel(join(folder, 'tiny')));
    const rows = rowsOf(await embedder.embed(['Red house', 'blue', 'a red BLUE']));
    expectClose(rows[0], unit(meanOf([2, 4, 7, 3])), { absolute: 1e-6 });
    expectClose(rows[1], unit(meanOf([2, 6, 3])), { absolute: 1e-6 });
    expectClose(rows[2], unit(meanOf([2, 1, 4, 6, 3])), { absolute: 1e-6 });
  });

  test('gives a text the same bytes alone and among others', async () => {
    const embedder = await sentenceModelEmbedder(writeTinyModel(join(folder, 'tiny')));
    const together = rowsOf(await embedder.embed(['red', 'green house blue house', 'house']));
    expect(rowsOf(await embedder.embed(['house']))[0]).toEqual(together[2]);
  });

  test('has another name when a file of it changes', async () => {
    const path = writeTinyModel(join(folder, 'changing'));
    const before = (await sentenceModelEmbedder(path)).name;
    expect((await sentenceModelEmbedder(path)).name).toBe(before);
    writeFileSync(join(path, 'extra.json'), '{}');
    expect((await sentenceModelEmbedder(path)).name).not.toBe(before);
  });

  test('serves output-diversity, by path', async () => {
    const data = datasetFromItems([{ tgt: { A: 'red', B: 'red' } }, { tgt: { A: 'red', B: 'blue house' } }]);
    const options = {
      similarity: 'embedding',
      embedding: 'model',
      model: writeTinyModel(join(folder, 'tiny')),
      cache: join(folder, 'cache-model'),
    };
    const { utilities, ranking } = await runSelector(outputDiversity, data, { options });
    expectClose(utilities![0], -1, { absolute: 1e-6 });
    expect([...ranking]).toEqual([1, 0]);
    expect((await runSelector(outputDiversity, data, { options })).utilities).toEqual(utilities);
  });

  describe('that is only named', () => {
    const asked: string[] = [];
    let hub: Server;
    beforeAll(async () => {
      const files = writeTinyModel(join(folder, 'hub'));
      hub = createServer((request, response) => {
        asked.push(request.url!);
        const path = join(files, request.url!.replace('/nobody/tiny/resolve/main/', ''));
        if (existsSync(path)) response.end(readFileSync(path));
        else response.writeHead(404).end();
      });
      await new Promise<void>((ready) => hub.listen(0, '127.0.0.1', ready));
      env.remoteHost = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`;
    });
    afterAll(() => new Promise((closed) => hub.close(closed)));
    afterEach(() => void (asked.length = 0));

    test('and not on this machine is an error, and nothing is fetched', async () => {
      vi.stubEnv('XDG_CACHE_HOME', join(folder, 'empty'));
      await expect(sentenceModelEmbedder('nobody/tiny')).rejects.toMatchObject({
        code: 'MODEL_NOT_LOADED',
        message: expect.stringContaining('allow-download'),
      });
      expect(asked).toEqual([]);
    });

    test('is fetched into the cache folder when that is allowed, once', async () => {
      vi.stubEnv('XDG_CACHE_HOME', join(folder, 'fetched'));
      const before = { ...env };
      const first = await sentenceModelEmbedder('nobody/tiny', { allowDownload: true });
      expect(asked).toContain('/nobody/tiny/resolve/main/onnx/model.onnx');
      expect({ ...env }).toEqual(before);
      asked.length = 0;
      const [table, ...others] = await Promise.all(
        [first, ...(await Promise.all([1, 2].map(() => sentenceModelEmbedder('nobody/tiny'))))].map(
          (embedder) => embedder.embed(['blue']),
        ),
      );
      expectClose(rowsOf(table)[0], unit(meanOf([2, 6, 3])), { absolute: 1e-6 });
      for (const other of others) expect(other).toEqual(table);
      expect(asked).toEqual([]);
    });

    test('and was put into the cache folder by hand needs no network', async () => {
      vi.stubEnv('XDG_CACHE_HOME', join(folder, 'by-hand'));
      writeTinyModel(join(folder, 'by-hand', 'goldpan', 'models', 'somebody', 'small'));
      const embedder = await sentenceModelEmbedder('somebody/small');
      expectClose(rowsOf(await embedder.embed(['blue']))[0], unit(meanOf([2, 6, 3])), { absolute: 1e-6 });
      expect(asked).toEqual([]);
    });
  });

  test('in a folder without its files is an error that lists them', async () => {
    await expect(sentenceModelEmbedder(folder)).rejects.toThrow(/config\.json, tokenizer\.json/);
  });
});

describe('an endpoint', () => {
  let server: Server;
  let url: string;
  let requests: { body: any; headers: IncomingMessage['headers'] }[] = [];
  let answer: (
    body: any,
    nth: number,
  ) => { status?: number; headers?: Record<string, string>; body: unknown };

  const vectorOf = (text: string) => [text.length, 1, 0];
  const embeddings = (body: any) => ({
    body: {
      // In reverse, as a server may.
      data: body.input.map((text: string, index: number) => ({ index, embedding: vectorOf(text) })).reverse(),
    },
  });

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(parts).toString());
        requests.push({ body, headers: request.headers });
        const { status = 200, headers = {}, body: reply } = answer(body, requests.length);
        response.writeHead(status, headers).end(typeof reply === 'string' ? reply : JSON.stringify(reply));
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));
  afterEach(() => {
    requests = [];
  });

  test('gets texts in batches, with model and key, and answers in any order', async () => {
    answer = embeddings;
    const texts = ['a', 'bbb', 'cc', 'ddddd', 'eeee'];
    const done: number[] = [];
    const table = await httpEmbedder('m', { url, key: 'secret', batch: 2 }).embed(texts, {
      progress: (n) => done.push(n),
    });
    rowsOf(table).forEach((row, i) => expectClose(row, unit(vectorOf(texts[i])), { absolute: 1e-6 }));
    expect(requests.map(({ body }) => body.input)).toEqual([['a', 'bbb'], ['cc', 'ddddd'], ['eeee']]);
    expect(requests[0].body).toMatchObject({ model: 'm', encoding_format: 'float' });
    expect(requests[0].headers.authorization).toBe('Bearer secret');
    expect(done).toEqual([2, 4, 5]);
  });

  test('is tried again when it is busy or fails', async () => {
    answer = (body, nth) =>
      nth === 1
        ? { status: 429, headers: { 'retry-after': '0' }, body: 'slow down' }
        : nth === 2
          ? { status: 503, body: '' }
          : embeddings(body);
    const table = await httpEmbedder('m', { url, pause: 1 }).embed(['a']);
    expect([requests.length, table.dimensions]).toEqual([3, 3]);
  });

  test('that keeps failing is an error with status and answer, without the key', async () => {
    answer = () => ({ status: 500, body: 'out of memory' });
    const failing = httpEmbedder('m', { url, key: 'secret', attempts: 2, pause: 1 }).embed(['a']);
    const error = await failing.catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ code: 'EMBEDDING_REFUSED', fields: { attempts: 2 } });
    expect(String(error)).toMatch(/status 500, out of memory/);
    expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  });

  test('that refuses a request is not tried again', async () => {
    answer = () => ({ status: 401, body: 'who are you?' });
    await expect(httpEmbedder('m', { url, pause: 1 }).embed(['a'])).rejects.toThrow(
      /after 1 attempt .*status 401/,
    );
    expect(requests).toHaveLength(1);
  });

  test('that cannot be reached is an error', async () => {
    const closed = httpEmbedder('m', { url: 'http://127.0.0.1:1/v1', attempts: 2, pause: 1 });
    await expect(closed.embed(['a'])).rejects.toMatchObject({ code: 'EMBEDDING_REFUSED' });
  });

  test.each([
    ['is no JSON', '<html>'],
    ['has too few vectors', { data: [] }],
    ['has no numbers', { data: [{ embedding: ['x'] }, { embedding: [1] }] }],
    ['has vectors of two lengths', { data: [{ embedding: [1, 2] }, { embedding: [1] }] }],
    [
      'has one index twice',
      {
        data: [
          { index: 0, embedding: [1] },
          { index: 0, embedding: [1] },
        ],
      },
    ],
  ])('whose answer %s is an error', async (_, body) => {
    answer = () => ({ body });
    await expect(httpEmbedder('m', { url }).embed(['a', 'b'])).rejects.toMatchObject({
      code: 'EMBEDDING_ANSWER',
    });
  });

  test('does not get texts without content; their vectors are zeros', async () => {
    answer = embeddings;
    const table = await httpEmbedder('m', { url }).embed(['', 'a', ' \n']);
    expect(requests.map(({ body }) => body.input)).toEqual([['a']]);
    expect(rowsOf(table).map((row) => row.some((x) => x !== 0))).toEqual([false, true, false]);
  });

  test('is not waited for after an abort', async () => {
    answer = () => ({ status: 429, headers: { 'retry-after': '20' }, body: '' });
    const stop = new AbortController();
    const running = httpEmbedder('m', { url }).embed(['a'], { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('is named by the environment, for a selector', async () => {
    answer = embeddings;
    vi.stubEnv('GOLDPAN_EMBEDDINGS_URL', `${url}/embeddings/`);
    vi.stubEnv('GOLDPAN_EMBEDDINGS_KEY', 'from-environment');
    const data = datasetFromItems([{ tgt: { A: 'x', B: 'yyyyy', C: 'x' } }]);
    const options = { similarity: 'embedding', embedding: 'http', model: 'm', cache: 'none' };
    const selection = await runSelector(outputDiversity, data, { options });
    expect(requests.map(({ body }) => body.input)).toEqual([['x', 'yyyyy']]);
    expect(requests[0].headers.authorization).toBe('Bearer from-environment');
    expect(JSON.stringify(selection)).not.toContain('from-environment');
  });

  test('must have an address and a model', async () => {
    vi.stubEnv('GOLDPAN_EMBEDDINGS_URL', undefined);
    expect(() => httpEmbedder('m')).toThrow(/GOLDPAN_EMBEDDINGS_URL/);
    expect(() => httpEmbedder('m', { url: 'localhost' })).toThrow(/got "localhost"/);
    const data = datasetFromItems([{ tgt: { A: 'x', B: 'y' } }]);
    const run = runSelector(outputDiversity, data, {
      options: { similarity: 'embedding', embedding: 'http' },
    });
    await expect(run).rejects.toMatchObject({ code: 'MODEL_NOT_NAMED' });
  });
});

describe('the cache', () => {
  /** Counts what it is asked for. */
  function counting(name: string): Embedder & { asked: string[] } {
    const asked: string[] = [];
    return {
      name,
      asked,
      async embed(texts) {
        asked.push(...texts);
        return { dimensions: 2, values: Float64Array.from(texts.flatMap((text) => [text.length + 0.1, 7])) };
      },
    };
  }

  test('asks for a text once, by its content and by the embedder', async () => {
    const cache = join(folder, 'cache');
    const first = counting('one');
    const fresh = await cachedEmbedder(first, cache).embed(['a', 'bb', 'ccc']);
    const second = counting('one');
    const mixed = await cachedEmbedder(second, cache).embed(['bb', 'new', 'a']);
    expect(second.asked).toEqual(['new']);
    expect(rowsOf(mixed)).toEqual([rowsOf(fresh)[1], [Math.fround(3.1), 7], rowsOf(fresh)[0]]);
    const other = counting('two');
    await cachedEmbedder(other, cache).embed(['a']);
    expect(other.asked).toEqual(['a']);
  });

  test('takes texts without content that came alone, whatever the length of their zeros', async () => {
    const lengths = (texts: readonly string[]) => (texts.every((text) => text === '') ? 1 : 3);
    const embedder: Embedder = {
      name: 'blank',
      async embed(texts) {
        const dimensions = lengths(texts);
        const row = (text: string) => new Array<number>(dimensions).fill(text.length);
        return { dimensions, values: Float64Array.from(texts.flatMap(row)) };
      },
    };
    const cached = cachedEmbedder(embedder, join(folder, 'blank'));
    expect(rowsOf(await cached.embed(['']))).toEqual([[0]]);
    expect(rowsOf(await cached.embed(['', 'ab']))).toEqual([
      [0, 0, 0],
      [2, 2, 2],
    ]);
  });

  test('says when the model behind a name has changed', async () => {
    const cache = join(folder, 'changed');
    const of = (dimensions: number): Embedder => ({
      name: 'm',
      embed: async (texts) => ({ dimensions, values: new Float64Array(texts.length * dimensions).fill(1) }),
    });
    await cachedEmbedder(of(2), cache).embed(['a']);
    await expect(cachedEmbedder(of(3), cache).embed(['a', 'b'])).rejects.toMatchObject({
      code: 'CACHE_MIXED',
      message: expect.stringMatching(/have 2 and 3 numbers; the model .* delete this folder/),
    });
  });

  test('survives damaged files and leaves no drafts', async () => {
    const cache = join(folder, 'damaged');
    const texts = Array.from({ length: 2500 }, (_, i) => `text ${i}`);
    await cachedEmbedder(counting('one'), cache).embed(texts);
    const own = join(cache, readdirSync(cache)[0]);
    const files = readdirSync(own);
    expect(files).toHaveLength(3);
    expect(files.every((file) => file.endsWith('.vectors'))).toBe(true);
    truncateSync(join(own, files[0]), statSync(join(own, files[0])).size - 1);
    writeFileSync(join(own, 'empty.vectors'), '');
    const again = counting('one');
    const table = await cachedEmbedder(again, cache).embed(texts);
    expect(again.asked.length).toBeGreaterThan(0);
    expect(again.asked.length).toBeLessThan(texts.length);
    expect(rowsOf(table)[2499]).toEqual([Math.fround(9.1), 7]);
  });
});
