import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { stream } from '@goldpan/core';
import { sourceScorer, topSources, trainSourceModel } from '@goldpan/selector-source';
import { timed, type Bench, type Measured } from './bench.js';

const CHECKSUM_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Texts of 8 to 42 words, 150 characters on average, over a vocabulary in which few words are frequent. */
function* texts(count: number, label: string): Generator<string> {
  const rng = stream(0, `bench/source/${label}`);
  const letters = 'etaoinshrdlucmfwypvbgkjqxz';
  const word = () => {
    // A rank by a power law, spelled in base 26: frequent words are short.
    let rank = Math.floor(30_000 * rng.next() ** 4);
    let spelled = '';
    do spelled += letters[rank % 26];
    while ((rank = Math.floor(rank / 26)) > 0);
    return spelled.padEnd(4, 'e');
  };
  for (let text = 0; text < count; text++)
    yield Array.from({ length: 8 + rng.integer(35) }, word)
      .join(' ')
      .concat('.');
}

/** Utilities that follow from the texts in part. */
function trainingSet(items: number) {
  const sources = [...texts(items, 'training')];
  const rng = stream(0, 'bench/source/utilities');
  const utilities = sources.map((text) => text.length / 50 + text.split('te').length + 3 * rng.next());
  return { name: 'bench', sha256: CHECKSUM_OF_NOTHING, sources, utilities };
}

async function train(): Promise<Measured> {
  const started = performance.now();
  const { validation } = await trainSourceModel([trainingSet(5_000)], { bits: 16 });
  const seconds = (performance.now() - started) / 1000;
  const { rankCorrelation, folds } = validation;
  return {
    seconds,
    detail: `${folds} folds × 9 penalties; held-out correlation ${rankCorrelation.toFixed(2)}`,
  };
}

async function rank(): Promise<Measured> {
  const score = sourceScorer(await trainSourceModel([trainingSet(300)]));
  const pool = [...texts(100_000, 'pool')];
  const seconds = await timed(() => topSources(() => pool, { top: 1_000, scorer: { score } }));
  return { seconds, detail: `${Math.round(pool.length / seconds).toLocaleString('en')} sources a second` };
}

const PROGRAM = fileURLToPath(new URL('../../../packages/cli/src/bin.ts', import.meta.url));
/** Lets a process say, as its last line, what it took. */
const WATCH =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+JSON.stringify(process.resourceUsage())))';

/** Runs `goldpan select` in a process of its own, as a user does, on a pool in a folder. */
function select(folder: string, pool: string, selector: string) {
  const at = (name: string) => join(folder, name);
  const model = selector === 'source' ? ['--option', `model=${at('model.json')}`] : [];
  const args = [
    'select',
    at(pool),
    '--selector',
    selector,
    ...model,
    '--budget',
    '1000',
    '-o',
    at('out.jsonl'),
    '-q',
  ];
  const node = [...process.execArgv, '--import', WATCH, PROGRAM, ...args];
  const started = performance.now();
  const { stderr, status } = spawnSync(process.execPath, node, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`goldpan failed: ${stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(stderr.trimEnd().split('\n').at(-1)!);
  const seconds = (performance.now() - started) / 1000;
  return {
    seconds,
    processor: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: Math.round((maxRSS * 1024) / 1e6),
  };
}

/** A pool that is selected from without being held: the time of a million sources, and the memory beside that of a quarter. */
function selectFromPool(selector: string): () => Promise<Measured> {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'goldpan-bench-'));
    try {
      writeFileSync(join(folder, 'model.json'), JSON.stringify(await trainSourceModel([trainingSet(300)])));
      const measure = async (items: number) => {
        const pool = `pool-${items}.jsonl`;
        await pipeline(Readable.from(poolLines(items)), createWriteStream(join(folder, pool)));
        return select(folder, pool, selector);
      };
      const quarter = await measure(250_000);
      const whole = await measure(1_000_000);
      const rate = Math.round(1_000_000 / whole.processor).toLocaleString('en');
      const detail = `${whole.processor.toPrecision(3)} s of processor time: ${rate} sources a second; memory ${whole.megabytes} MB, of 250,000 sources ${quarter.megabytes} MB`;
      return { seconds: whole.seconds, detail };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function* poolLines(items: number): Generator<string> {
  let item = 0;
  for (const src of texts(items, 'pool')) yield `${JSON.stringify({ id: `pool-${item++}`, src })}\n`;
}

export const sourceBenches: readonly Bench[] = [
  { name: 'train on 5,000 sources, 2^16 hashed features', aim: '20 s', run: train },
  { name: 'rank 100,000 sources with a model, one thread', aim: '5 s (20,000 a second)', run: rank },
  ...['source', 'source-length', 'source-rarity'].map((selector) => ({
    name: `goldpan select, 1,000,000 sources, ${selector}`,
    aim: '50 s (20,000 a second), memory as for 250,000',
    run: selectFromPool(selector),
  })),
];
