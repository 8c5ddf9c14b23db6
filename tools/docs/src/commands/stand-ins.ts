import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../paths.js';

const ITEMS = 120;
const SYSTEMS = 5;

/** Puts files into a folder that the examples of `--help` name: they stand for the reader's own. */
export function placeStandIns(folder: string): void {
  for (const [name, content] of Object.entries(standIns())) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

function standIns(): Record<string, string | Uint8Array> {
  const items = standInItems();
  const lines = items.map((item) => `${JSON.stringify(item)}\n`);
  const all = lines.join('');
  const some = lines.slice(0, 15).join('');
  const names = ['items', 'pilot', 'pool', 'wmt23', 'sources'];
  const rows = items.flatMap(({ id, scores }) =>
    Object.entries(scores).map(([system, { chrF }]) => `${id},${system},chrF,${chrF}\n`),
  );
  const segments = items.map((_, at) => `sentence ${at}\n`).join('');
  return {
    ...Object.fromEntries(names.map((name) => [`${name}.jsonl`, all])),
    ...Object.fromEntries(['selected', 'a', 'b'].map((name) => [`${name}.jsonl`, some])),
    'unjudged.jsonl': some.replaceAll(/"human":[^,}]*,/g, ''),
    'judged.jsonl': items.slice(0, 15).map(withJudgements).join(''),
    'mqm.tsv': markedTable(items),
    'items.jsonl.gz': gzipSync(all),
    'scores.csv': `item,system,metric,score\n${rows.join('')}`,
    'mt-metrics-eval-v2/wmt23/sources/en-de.txt': segments,
    'mt-metrics-eval-v2/wmt23/system-outputs/en-de/A.txt': segments,
    'mt-metrics-eval-v2/wmt23/human-scores/en-de.mqm.seg.score': items
      .map((_, at) => `A\t-${at % 7}\n`)
      .join(''),
    'my-selector/index.mjs': `export { default } from ${JSON.stringify(join(root, 'examples/005-own-selector-plugin/plugin.mjs'))};\n`,
    'my-selector/package.json': '{ "name": "goldpan-selector-mine", "type": "module", "main": "index.mjs" }',
  };
}

/** The line of an item that two raters judged by two criteria. */
function withJudgements(item: StandInItem, at: number): string {
  const judgements = Object.keys(item.scores).flatMap((system, place) =>
    ['ann', 'bob'].flatMap((rater, who) =>
      ['human', 'fluency'].map((criterion) => ({
        ...{
          system,
          rater,
          criterion,
          value: (at * 5 + place * 3 + who * (at % 2)) % 7,
          seconds: 10 + ((at * 3) % 20),
        },
      })),
    ),
  );
  return `${JSON.stringify({ ...item, judgements })}\n`;
}

/** A table of marked errors as the WMT campaigns write it, with the times of the raters' actions. */
function markedTable(items: readonly StandInItem[]): string {
  const rows = items.flatMap(({ scores }, at) =>
    Object.keys(scores).map((system, place) => {
      const start = 1e12 + (at * SYSTEMS + place) * 60_000;
      const log = [{ ts: start }, { ts: start + 5000 + ((at * 37) % 50) * 400 }];
      const metadata = { timestamp: start, timing: { 'target-sentence': { count: 2, timeMS: 1, log } } };
      const error = (at + place) % 3 === 0 ? ['Fluency/Spelling', 'Minor'] : ['No-error', 'No-error'];
      const texts = [`source ${at} ${'word '.repeat(at % 9)}`, `output ${place}`].map((text) => text.trim());
      return [system, `d${at % 20}`, at, at, 'rater1', ...texts, ...error, JSON.stringify(metadata)].join(
        '\t',
      );
    }),
  );
  const head = 'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\tmetadata';
  return [head, ...rows, ''].join('\n');
}

function lengthOf(at: number): number {
  return 1 + ((at * 7) % 10);
}

interface StandInItem {
  readonly id: string;
  readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Items of a set that ships with Goldpan, with the metrics, criteria and costs that the examples name. */
function standInItems(): StandInItem[] {
  const file = readFileSync(join(root, 'examples/data/biomqm_de-en.jsonl'), 'utf8');
  return file
    .split('\n', ITEMS)
    .map((line) => JSON.parse(line))
    .map((item, at) => {
      const systems = Object.keys(item.scores).slice(0, SYSTEMS);
      const take = (of: Record<string, unknown>) =>
        Object.fromEntries(systems.map((name) => [name, of[name]]));
      const scores = Object.fromEntries(
        systems.map((name, system) => {
          const own = item.scores[name];
          const human_fluency = (at * 7 + system * 3) % 5;
          const criteria = {
            human_fluency,
            human_coherence: own.human,
            human_relevance: own.human - human_fluency,
          };
          // The longer the source, the further apart MetricX sees the systems: something that can be learnt.
          return [name, { ...own, MetricX: system * lengthOf(at) + own.chrF / 1000, ...criteria }];
        }),
      );
      return {
        ...item,
        id: `item ${at}`,
        src: item.src.padEnd(200).slice(0, 20 * lengthOf(at)),
        tgt: take(item.tgt),
        scores,
        doc: `d${at % 20}`,
        domain: at % 2 ? 'news' : 'chat',
        cost: 60 + ((at * 37) % 50),
      };
    });
}
