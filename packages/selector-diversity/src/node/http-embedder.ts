import { setTimeout as wait } from 'node:timers/promises';
import { embeddingAnswer, embeddingRefused, endpointNotSet } from '../errors.js';
import type { Embedder } from '../embedding/embedder.js';
import { normaliseRows } from '../kernels/normalise-rows.js';

export interface HttpOptions {
  /** Base of the endpoint, such as `http://localhost:8080/v1`; default: `GOLDPAN_EMBEDDINGS_URL`. */
  readonly url?: string;
  /** Sent as a bearer token; default: `GOLDPAN_EMBEDDINGS_KEY`; none where that is not set. */
  readonly key?: string;
  /** Texts per request; default 64. */
  readonly batch?: number;
  /** How often a request is tried; default 5. */
  readonly attempts?: number;
  /** Milliseconds before the second try, doubled for each further one, unless the server says how long; default 500. */
  readonly pause?: number;
}

const LONGEST_PAUSE = 30_000;
const TIMEOUT = 120_000;

/**
 * Embeddings from an endpoint that speaks as OpenAI's does: `POST {url}/embeddings`. Vectors are scaled to length 1 and
 * kept in single precision. Texts without content are not sent; their vectors are zeros.
 *
 * Tried again: failures of the network, and the statuses 408, 409, 429 and 500 and above. The key is never part of an
 * error.
 *
 * @param model - the name under which the endpoint knows the model
 * @throws ENDPOINT_NOT_SET at once; EMBEDDING_REFUSED and EMBEDDING_ANSWER when used
 */
export function httpEmbedder(model: string, options: HttpOptions = {}): Embedder {
  const base = options.url ?? process.env.GOLDPAN_EMBEDDINGS_URL;
  if (base === undefined || !URL.canParse(base)) throw endpointNotSet(base);
  const url = `${base.replace(/\/+$/, '').replace(/\/embeddings$/, '')}/embeddings`;
  const { key = process.env.GOLDPAN_EMBEDDINGS_KEY, batch = 64, attempts = 5, pause = 500 } = options;
  const endpoint = { url, key, attempts, pause, model };
  return {
    name: `http-${url}-${model}`,
    async embed(texts, { signal, progress } = {}) {
      const sent = texts.map((_, i) => i).filter((i) => texts[i].trim() !== '');
      const vectors = new Map<number, readonly number[]>();
      for (let start = 0; start < sent.length; start += batch) {
        const part = sent.slice(start, start + batch);
        const answer = await request(
          endpoint,
          part.map((i) => texts[i]),
          signal,
        );
        part.forEach((i, row) => vectors.set(i, answer[row]));
        progress?.(start + part.length, sent.length);
      }
      return asTable(texts.length, vectors, url);
    },
  };
}

interface Endpoint {
  readonly url: string;
  readonly key?: string;
  readonly attempts: number;
  readonly pause: number;
  readonly model: string;
}

async function request(endpoint: Endpoint, input: readonly string[], signal?: AbortSignal) {
  const { url, key, attempts, pause, model } = endpoint;
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
  const body = JSON.stringify({ model, input, encoding_format: 'float' });
  for (let attempt = 1; ; attempt++) {
    const timeout = AbortSignal.timeout(TIMEOUT);
    const within = signal ? AbortSignal.any([signal, timeout]) : timeout;
    const tried = await fetch(url, { method: 'POST', headers, body, signal: within }).catch(
      (error: unknown) => {
        signal?.throwIfAborted();
        return error instanceof Error ? error : new Error(String(error));
      },
    );
    if (tried instanceof Response && tried.ok)
      return vectorsOf(await tried.json().catch(() => null), { url, input });
    const again = tried instanceof Error || tried.status >= 500 || [408, 409, 429].includes(tried.status);
    if (!again || attempt >= attempts) throw await refusal(url, tried, attempt);
    if (tried instanceof Response) await tried.body?.cancel();
    await wait(pauseBefore(tried, pause * 2 ** (attempt - 1)), undefined, { signal });
  }
}

function pauseBefore(tried: Response | Error, planned: number): number {
  const asked = tried instanceof Response ? Number(tried.headers.get('retry-after') ?? NaN) * 1000 : NaN;
  return Math.min(LONGEST_PAUSE, Number.isFinite(asked) && asked >= 0 ? asked : planned);
}

async function refusal(url: string, tried: Response | Error, attempts: number) {
  if (tried instanceof Error) {
    const cause = tried.cause instanceof Error ? `: ${tried.cause.message}` : '';
    return embeddingRefused(url, `${tried.message}${cause}`, attempts);
  }
  const text = (await tried.text().catch(() => '')).slice(0, 200);
  return embeddingRefused(url, `status ${tried.status}${text && `, ${text}`}`, attempts);
}

/** The vectors of an answer in the order of the texts; servers may answer in another order, with an index each. */
function vectorsOf(answer: any, { url, input }: { url: string; input: readonly string[] }): number[][] {
  const rows: any[] = Array.isArray(answer?.data) ? answer.data : [];
  if (rows.length !== input.length) {
    throw embeddingAnswer(url, `${input.length} vectors in "data"`, `it has ${rows.length}`);
  }
  const vectors: number[][] = [];
  rows.forEach((row, position) => {
    vectors[Number.isInteger(row?.index) ? row.index : position] = row?.embedding;
  });
  for (let i = 0; i < input.length; i++) {
    const vector = vectors[i];
    if (!Array.isArray(vector) || vector.length === 0 || !vector.every(Number.isFinite)) {
      throw embeddingAnswer(url, 'a list of numbers for every text', `text ${i + 1} of the request has none`);
    }
  }
  return vectors;
}

function asTable(size: number, vectors: ReadonlyMap<number, readonly number[]>, url: string) {
  const dimensions = vectors.values().next().value?.length ?? 1;
  const values = new Float64Array(size * dimensions);
  for (const [row, vector] of vectors) {
    if (vector.length !== dimensions) {
      throw embeddingAnswer(url, `vectors of one length, ${dimensions}`, `one has ${vector.length} numbers`);
    }
    values.set(vector, row * dimensions);
  }
  return { dimensions, values: new Float32Array(normaliseRows({ dimensions, values }).values) };
}
