// How does what a command takes grow with items and systems? A table for docs/performance.md:
// node --conditions=@goldpan/source --import tsx tools/bench/src/growth.ts [--items 1000,10000,100000] [--systems 10,30,100] [--only COMMAND] [--limit 600]
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stream } from '@goldpan/core';

const { values: flags } = parseArgs({
  options: {
    items: { type: 'string', default: '1000,10000,100000' },
    systems: { type: 'string', default: '10,30,100' },
    only: { type: 'string', default: '' },
    limit: { type: 'string', default: '600' },
  },
});
const [items, systems] = [flags.items, flags.systems].map((list) => list.split(',').map(Number));

/** What is typed, on a file of all judgements and, where it is asked for, one in which a twentieth of the items is judged. */
const commands: Readonly<Record<string, (all: string, some: string) => readonly string[]>> = {
  convert: (all) => ['convert', all, '-o', `${all}.csv`, '--to', 'csv'],
  inspect: (all) => ['inspect', all],
  select: (all) => ['select', all, '--selector', 'metric-variance', '--metric', 'metric1', '--budget', '5%'],
  'select, by default': (all) => ['select', all, '--budget', '5%'],
  rank: (_, some) => ['rank', some],
  evaluate: (all, some) => ['evaluate', all, some],
  plan: (all) => ['plan', all, ...PICKED, '--replicates', '50'],
  compare: (all) => ['compare', all, '--selectors', 'metric-variance', '--replicates', '50'],
};
const PICKED = ['--selector', 'metric-variance', '--metric', 'metric1'];
const COMMAND = fileURLToPath(new URL('../../../packages/cli/bin/goldpan.mjs', import.meta.url));
const USAGE = new URL('report-usage.mjs', import.meta.url).href;

interface Usage {
  /** Of the processor, over all threads. */
  readonly seconds: number;
  readonly megabytes: number;
}

/** Undefined where it takes longer than the limit. */
function usageOf(args: readonly string[]): Usage | undefined {
  const { output, signal, stderr } = spawnSync(process.execPath, ['--import', USAGE, COMMAND, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    timeout: Number(flags.limit) * 1000,
    killSignal: 'SIGKILL',
  });
  if (signal === 'SIGKILL') return undefined;
  if (!output[3]) throw new Error(`goldpan ${args.join(' ')} failed: ${stderr}`);
  return JSON.parse(output[3]) as Usage;
}

/** Systems of unlike quality, items of unlike difficulty, two metrics that see a part of it, and judgements. */
function* lines(size: number, count: number, isJudged: (item: number) => boolean): Generator<string> {
  const random = stream(1, 'bench/growth');
  for (let item = 0; item < size; item++) {
    const difficulty = random.next();
    const scores: Record<string, Record<string, number>> = {};
    for (let system = 0; system < count; system++) {
      const truth = system / count + difficulty + random.next();
      const [metric1, metric2] = [truth + random.next(), truth + 2 * random.next()].map(rounded);
      scores[`s${system}`] = { metric1, metric2, ...(isJudged(item) && { human: rounded(truth) }) };
    }
    yield `${JSON.stringify({ id: item, scores })}\n`;
  }
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

async function write(path: string, content: Iterable<string>): Promise<string> {
  await pipeline(Readable.from(content), createWriteStream(path));
  return path;
}

/** Items and systems that take no time: what a call takes at least. */
const TINY = [20, 3] as const;

const folder = mkdtempSync(join(tmpdir(), 'goldpan-growth-'));
const measured = new Map<string, Usage | undefined>();
const key = (command: string, size: number, count: number) => `${command}/${size}/${count}`;
const asked = Object.keys(commands).filter((name) => name.includes(flags.only));
try {
  const shapes = [
    TINY,
    ...items.map((size) => [size, systems[0]]),
    ...systems.slice(1).map((count) => [items[0], count]),
  ];
  for (const [size, count] of shapes) {
    const all = await write(
      join(folder, 'all.jsonl'),
      lines(size, count, () => true),
    );
    const some = await write(
      join(folder, 'some.jsonl'),
      lines(size, count, (item) => item % 20 === 0),
    );
    for (const command of asked) {
      const usage = usageOf(commands[command](all, some));
      measured.set(key(command, size, count), usage);
      process.stderr.write(`${command} ${size} × ${count}: ${usage?.seconds ?? 'too long'} s\n`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The exponent with which the time grows from one measurement to another, over what a call takes at least. */
function exponent([from, to]: readonly (Usage | undefined)[], factor: number, least: number): string {
  if (!from || !to || from.seconds < 2 * least) return '–';
  return (Math.log((to.seconds - least) / (from.seconds - least)) / Math.log(factor)).toFixed(1);
}

/** How many times the one before the last of some numbers is the last. */
const lastFactor = (numbers: readonly number[]) => numbers[numbers.length - 1] / numbers[numbers.length - 2];
const text = (usage: Usage | undefined) => (usage ? usage.seconds.toPrecision(2) : `over ${flags.limit}`);
const titles = [
  'command',
  'a call',
  ...items.map((size) => `${size} × ${systems[0]}`),
  'exponent of items',
  ...systems.slice(1).map((count) => `${items[0]} × ${count}`),
  'exponent of systems',
  'MB at the most',
];
console.log(`| ${titles.join(' | ')} |\n| --- ${'| ---: '.repeat(titles.length - 1)}|`);
for (const command of asked) {
  const byItems = items.map((size) => measured.get(key(command, size, systems[0])));
  const bySystems = systems.map((count) => measured.get(key(command, items[0], count)));
  const least = measured.get(key(command, ...TINY))!.seconds;
  const most = Math.max(...[...byItems, ...bySystems].map((usage) => usage?.megabytes ?? 0));
  const cells = [
    least.toPrecision(2),
    ...byItems.map(text),
    exponent(byItems.slice(-2), lastFactor(items), least),
    ...bySystems.slice(1).map(text),
    exponent(bySystems.slice(-2), lastFactor(systems), least),
    String(Math.round(most)),
  ];
  console.log(`| ${[command, ...cells].join(' | ')} |`);
}
