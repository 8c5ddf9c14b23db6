import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stream } from '@goldpan/core';
import type { Bench, Measured } from './bench.js';

const ITEMS = 100_000;
const SYSTEMS = 15;
const METRICS = 10;
/** What the scores take as numbers of eight bytes. */
const NUMERIC_BYTES = ITEMS * SYSTEMS * METRICS * 8;

interface InChild {
  readonly seconds: number;
  /** Seconds of the processor, of the process alone. */
  readonly cpu: number;
  /** The most memory the process held, in bytes. */
  readonly peak: number;
}

/** Runs code in a process of its own, against the built package, and measures time and memory there. */
function inChild(code: string, path: string): InChild {
  const script = `
    import * as formats from '@goldpan/formats';
    const path = ${JSON.stringify(path)};
    const started = performance.now();
    const before = process.cpuUsage();
    ${code}
    const seconds = (performance.now() - started) / 1000;
    const cpu = process.cpuUsage(before).user / 1e6;
    console.log(JSON.stringify({ seconds, cpu, peak: process.resourceUsage().maxRSS * 1024 }));`;
  const cwd = new URL('..', import.meta.url);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the measured process failed: ${stderr}`);
  return JSON.parse(stdout);
}

/** Makes a file in the temporary folder, measures, and removes it. */
async function withFile(
  name: string,
  content: () => Iterable<string>,
  measure: (path: string) => Measured,
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'goldpan-bench-'));
  try {
    const path = join(folder, name);
    await pipeline(Readable.from(content()), createWriteStream(path));
    return measure(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* itemLines(text: string): Generator<string> {
  const rng = stream(0, 'bench/formats');
  const systems = Array.from({ length: SYSTEMS }, (_, system) => `system-${system}`);
  for (let item = 0; item < ITEMS; item++) {
    const cells = () =>
      Object.fromEntries(
        Array.from({ length: METRICS }, (_, metric) => [`metric-${metric}`, 100 * rng.next()]),
      );
    const scores = Object.fromEntries(systems.map((system) => [system, cells()]));
    const tgt = text && Object.fromEntries(systems.map((system) => [system, text]));
    yield `${JSON.stringify({ id: `item-${item}`, ...(tgt && { src: text, tgt }), scores })}\n`;
  }
}

const JUDGEMENTS = 1_000_000;
const JUDGED_SYSTEMS = 20;
const RATERS_PER_CELL = 5;

function* judgedLines(): Generator<string> {
  const rng = stream(0, 'bench/judgements');
  for (let item = 0; item < JUDGEMENTS / JUDGED_SYSTEMS / RATERS_PER_CELL; item++) {
    const judgements = Array.from({ length: JUDGED_SYSTEMS * RATERS_PER_CELL }, (_, at) => ({
      system: `system-${at % JUDGED_SYSTEMS}`,
      rater: `rater-${Math.floor(at / JUDGED_SYSTEMS) + (item % 8)}`,
      value: rng.integer(101),
    }));
    yield `${JSON.stringify({ id: `item-${item}`, judgements })}\n`;
  }
}

/** What a million judgements take beyond an empty process. */
function judgementsBench(): Promise<Measured> {
  return withFile('judged.jsonl', judgedLines, (path) => {
    const idle = inChild('', path).peak;
    const { seconds, cpu, peak } = inChild('await formats.readItems(path, { texts: false });', path);
    return {
      seconds,
      detail: `${cpu.toFixed(1)} s of the processor, ${megabytes(peak - idle)} beyond an idle process`,
    };
  });
}

function itemsBench(text: string, texts: boolean): () => Promise<Measured> {
  return () =>
    withFile(
      'items.jsonl',
      () => itemLines(text),
      (path) => {
        const { seconds, peak } = inChild(`await formats.readItems(path, { texts: ${texts} });`, path);
        const bytes = statSync(path).size;
        return {
          seconds,
          detail: `${rate(bytes, seconds)}; peak memory ${megabytes(peak)} = ${(peak / NUMERIC_BYTES).toFixed(1)} × the numbers`,
        };
      },
    );
}

function writeBench(): Promise<Measured> {
  const code = `
    const file = await formats.readItems(path, { texts: false });
    const entries = Array.from({ length: ${ITEMS} }, (_, rank) => ({ item: ${ITEMS - 1} - rank, goldpan: { rank: rank + 1 } }));
    await formats.writeSelected(path + '.out', file, entries);`;
  return withFile(
    'items.jsonl',
    () => itemLines(''),
    (path) => {
      const { seconds, peak } = inChild(code, path);
      return { seconds, detail: `peak memory ${megabytes(peak)}` };
    },
  );
}

function* longRows(): Generator<string> {
  yield 'item,system,metric,score\n';
  for (let item = 0; item < ITEMS / 10; item++) {
    const rows: string[] = [];
    for (let cell = 0; cell < SYSTEMS * METRICS; cell++) {
      rows.push(
        `item-${item},system-${cell % SYSTEMS},metric-${Math.floor(cell / SYSTEMS)},${(item * 31 + cell) / 7}\n`,
      );
    }
    yield rows.join('');
  }
}

function longBench(): Promise<Measured> {
  return withFile('scores.csv', longRows, (path) => {
    const { seconds, peak } = inChild(`await formats.loadItems(path, { format: 'long-table' });`, path);
    return { seconds, detail: `${rate(statSync(path).size, seconds)}; peak memory ${megabytes(peak)}` };
  });
}

/** Sample rows of one model with a prompt of 10 kB each: 1 GB in all. */
function* lmEvalLines(): Generator<string> {
  const prompt = 'Read the text and answer the question. '.repeat(250);
  for (let doc = 0; doc < ITEMS; doc++) {
    const row = {
      doc_id: doc,
      doc: { question: `Question ${doc}?` },
      target: `answer ${doc}`,
      arguments: { gen_args_0: { arg_0: `${prompt}${doc}`, arg_1: { until: [] } } },
      resps: [[`The answer is ${doc}`]],
      filtered_resps: [`${doc}`],
      filter: 'none',
      metrics: ['exact_match'],
      doc_hash: `hash-${doc}`,
      exact_match: doc % 3 === 0 ? 1 : 0,
    };
    yield `${JSON.stringify(row)}\n`;
  }
}

function lmEvalBench(code: string): () => Promise<Measured> {
  return () =>
    withFile('samples_task_2024-01-01T00-00-00.0.jsonl', lmEvalLines, (path) => {
      const { seconds, peak } = inChild(code, path);
      return { seconds, detail: `${rate(statSync(path).size, seconds)}; peak memory ${megabytes(peak)}` };
    });
}

const READ_LOG = `const file = await formats.loadItems(path, { format: 'lm-eval', texts: false });`;
const CONVERT_LOG = `${READ_LOG} await formats.exportItems({ file }, path + '.out', { format: 'items' });`;

function rate(bytes: number, seconds: number): string {
  return `${(bytes / 1e6 / seconds).toFixed(0)} MB/s of ${megabytes(bytes)}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

const size = `${ITEMS.toLocaleString('en')} × ${SYSTEMS} × ${METRICS}`;

export const formatsBenches: readonly Bench[] = [
  { name: `read ${size} scores, JSONL`, aim: '80 MB/s, memory 3 × the numbers', run: itemsBench('', false) },
  {
    name: `read ${size} scores beside texts that are not kept`,
    aim: 'the same memory',
    run: itemsBench('A text. '.repeat(20), false),
  },
  { name: `read and write back ${size} in reverse order`, aim: '20 s', run: writeBench },
  {
    name: 'read 1,000,000 judgements of 20 systems by 5 raters each',
    aim: '3 s of the processor, 100 MB',
    run: judgementsBench,
  },
  { name: 'read a long CSV of 1,500,000 rows', aim: '15 s', run: longBench },
  { name: 'read an lm-eval log of 1 GB', aim: '60 s, 500 MB', run: lmEvalBench(READ_LOG) },
  {
    name: 'read an lm-eval log of 1 GB and write its items, with texts',
    aim: '120 s, 500 MB',
    run: lmEvalBench(CONVERT_LOG),
  },
];
