import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { program } from '../src/program.js';
import { run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const item = (n: number, human: number | null) =>
  JSON.stringify({
    id: `i${n}`,
    src: `source ${n}`,
    tgt: { A: `out ${n}`, B: `other ${n * 7}`, C: 'third' },
    scores: { A: { human, m: (n * 5) % 7 }, B: { human: n % 3, m: (n * 3) % 5 }, C: { human: 1, m: n } },
  });
const items = (human: (n: number) => number | null) =>
  Array.from({ length: 12 }, (_, n) => item(n, human(n))).join('\n');
folder.write(
  'all.jsonl',
  items((n) => n % 4),
);
folder.write(
  'holes.jsonl',
  items((n) => (n === 5 ? null : n)),
);
folder.write('broken.jsonl', `${item(0, 1)}\n{"id": 3, oops}\n${item(2, 2)}\n`);
folder.write(
  'documents.jsonl',
  Array.from({ length: 12 }, (_, n) =>
    item(n, 1).replace('"src":', `"doc":"${n < 1 ? 'short' : 'long'}","src":`),
  ).join('\n'),
);
folder.write('bare.jsonl', items(() => 1).replaceAll(/"src":"[^"]*",/g, ''));
folder.write('unjudged.jsonl', items(() => 1).replaceAll(/"human":\d+,/g, ''));
folder.write('junk.jsonl', items((n) => n % 4).replaceAll(/(out|other) \d+/g, ''));
folder.write('two-metrics.jsonl', items((n) => n % 4).replaceAll('"m":', '"other":2,"m":'));
folder.write('table.csv', 'item;system;score\na;A;1\na;B;2\n');
folder.write('columns.csv', 'item,who,score\na,A,1\na,B,2\n');
folder.write('no-result.json', '[1]');

/** An error whose text names a flag, and command lines that end in it. */
const rows: Readonly<Record<string, readonly string[]>> = {
  METRIC_NOT_CHOSEN: ['select two-metrics.jsonl --selector metric-variance --budget 3'],
  PILOT_NOT_JUDGED: ['select all.jsonl --pilot unjudged.jsonl --budget 3'],
  MISSING_SCORES: [
    'select holes.jsonl --selector metric-variance --metric human --budget 3',
    'evaluate holes.jsonl holes.jsonl',
    'compare holes.jsonl',
    'plan holes.jsonl --selector random',
    'train-source holes.jsonl --utility target-variance --out model.json',
  ],
  INVALID_OPTIONS: [
    'select all.jsonl --selector metric-variance --option none=1 --budget 3',
    'convert all.jsonl --to label-studio --to-option none=1 -o out.json',
  ],
  NO_DOCUMENT_FITS: ['select documents.jsonl --selector balanced --budget 3 --keep-documents'],
  UNMET_NEEDS: ['select all.jsonl --selector k-means', 'select all.jsonl --selector diffuse'],
  UNKNOWN_SELECTOR: [
    'select all.jsonl --selector none',
    'plan all.jsonl --selector none',
    'compare all.jsonl --selectors none',
    'train-source all.jsonl --utility none --out model.json',
  ],
  UNKNOWN_COST_MODEL: [
    'select all.jsonl --selector random --cost none --budget 3',
    'plan all.jsonl --selector random --cost none',
  ],
  UNKNOWN_ESTIMATOR: [
    'rank all.jsonl --estimate none',
    'plan all.jsonl --selector random --estimate none',
    'compare all.jsonl --estimate none',
    'evaluate all.jsonl all.jsonl --estimate none',
  ],
  SAM_BUDGET_NOT_IN_ITEMS: [
    'select all.jsonl --selector balanced --cost length --cost-option preset=esa --budget 2min',
  ],
  NO_TARGET: [
    'evaluate all.jsonl all.jsonl --target none',
    'compare all.jsonl --target none',
    'plan all.jsonl --selector random --target none',
    'rank all.jsonl --target none',
    'inspect all.jsonl --target none',
    'train-source all.jsonl --utility target-variance --target none --out model.json',
  ],
  UNKNOWN_COLUMN: ['inspect all.jsonl', 'rank all.jsonl', 'convert all.jsonl --to long-csv -o out.csv'].map(
    (line) => `${line} --lower-is-better none`,
  ),
  NO_SYSTEM_LEFT: ['rank all.jsonl --without-systems A,B,C', 'select all.jsonl --without-systems A,B,C'],
  INVALID_MINIMUM: ['evaluate all.jsonl all.jsonl --min spa'],
  INVALID_HOLDOUT: ['compare all.jsonl --holdout-systems 1'],
  UNRELIABLE_MODEL: ['train-source all.jsonl --utility target-variance --out model.json'],
  NO_SOURCES: ['select bare.jsonl --selector random --budget 3 --max-similarity 0.5'],
  PILOT_NOT_NEEDED: ['select all.jsonl --selector random --pilot all.jsonl --budget 3'],
  EVERY_ITEM_JUNK: ['select junk.jsonl --selector metric-variance --metric m --budget 3 --junk drop'],
  UNKNOWN_WEIGHTS: ['inspect all.jsonl --error-weights none'],
  UNKNOWN_RULE: ['inspect all.jsonl', 'rank all.jsonl', 'agreement all.jsonl'].map(
    (line) => `${line} --rating-rule none`,
  ),
  WRONG_BUDGET_UNIT: ['select all.jsonl --selector random --budget 2min'],
  INVALID_INPUT: ['inspect', 'select', 'rank', 'agreement', 'irt --metric human', 'compare']
    .map((command) => `${command} broken.jsonl`)
    .concat('convert broken.jsonl --to long-csv -o out.csv', 'evaluate broken.jsonl all.jsonl'),
  INVALID_GOAL: ['plan all.jsonl --selector random --goal spa=2'],
  UNUSABLE_INPUT: ['table.csv', 'columns.csv'].flatMap((path) => [
    `convert ${path} --from long-table --to items -o out.jsonl`,
    `inspect ${path} --format long-table`,
    `rank ${path} --format long-table`,
  ]),
};

/** Errors that send the reader to another command, that are about Node's own flags, or that only a plugin causes. */
const ELSEWHERE = [
  'NOT_A_RESULT',
  'NOTHING_TO_REPORT',
  'NOT_A_RESULT_FILE',
  'WORKER_LOST',
  'REPLICATE_STALLED',
  'NO_WORKERS',
  'TASK_LOST',
];

/** Flags of the commands, hidden ones and those of the formats that they take included. */
async function flagsOf(name: string): Promise<Set<string>> {
  const terminal = {} as Parameters<typeof program>[0]['terminal'];
  const root = await program({ terminal, config: { plugins: [] }, answer: () => undefined } as never);
  const { options } = root.commands.find((command) => command.name() === name)!;
  return new Set([...options.map(({ long }) => long!), '--help', '--item', '--system', '--delimiter']);
}

test.each(Object.entries(rows).flatMap(([code, lines]) => lines.map((line) => [code, line] as const)))(
  '%s names flags that the command has: %s',
  async (code, line) => {
    const args = line.split(' ');
    const { err } = await run([...args, '--quiet'], folder.path);
    expect(err).toContain(`[${code}]`);
    const named = err.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
    const flags = await flagsOf(args[0]);
    expect(named.filter((flag) => !flags.has(flag))).toEqual([]);
  },
);

test.each(['k-means', 'k-medoids', 'diffuse'])(
  'plan needs no budget for %s: it sets one at each size',
  async (name) => {
    const line = `plan all.jsonl --selector ${name} --metric m --replicates 5 --workers 0 --quiet --json`;
    const { out, err } = await run(
      line.split(' ').filter((word) => name === 'k-medoids' || !/^(--metric|m)$/.test(word)),
      folder.path,
    );
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({ command: 'plan', selector: name });
  },
);

test('every error whose text names a flag is tried', () => {
  const packages = fileURLToPath(new URL('../../', import.meta.url));
  const sources = readdirSync(packages).map((name) => `${packages}${name}/src/errors.ts`);
  const definitions = sources.flatMap((path) => {
    try {
      return readFileSync(path, 'utf8').split('defineError(').slice(1);
    } catch {
      return [];
    }
  });
  expect(definitions.length).toBeGreaterThan(100);
  const naming = definitions.filter((text) => /(?<![\w-])--[a-z]/.test(text.split('\n);')[0]));
  const codes = naming.map((text) => /'([A-Z_]+)'/.exec(text)![1]);
  expect(codes.filter((code) => !(code in rows) && !ELSEWHERE.includes(code))).toEqual([]);
});
