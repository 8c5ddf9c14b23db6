// What item response theory says of real data: the items that tell most and least about the systems, and a picture of curves.
// Run: node --conditions=@goldpan/source --import tsx tools/studies/src/irt-real-data.ts FOLDER [--svg FILE]
// FOLDER holds livebench_2025, realsumm and wmt23_en-de_mqm as NAME.jsonl. Prints Markdown.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { datasetFromItems, type Dataset, type Item } from '@goldpan/core';
import {
  describeIrt,
  fitIrt,
  irtCurves,
  type DescribedItem,
  type IrtModel,
  type IrtOptions,
} from '@goldpan/selector-irt';

const { values, positionals } = parseArgs({ options: { svg: { type: 'string' } }, allowPositionals: true });
const [folder] = positionals;

const studies: readonly { name: string; title: string; options: IrtOptions }[] = [
  {
    name: 'livebench_2025',
    title: 'LiveBench, right or wrong',
    options: { metric: 'human', model: '2pl', binarise: 0.5 },
  },
  {
    name: 'realsumm',
    title: 'REALSumm, LitePyramid recall',
    options: { metric: 'human', model: 'continuous-2pl' },
  },
  {
    name: 'wmt23_en-de_mqm',
    title: 'WMT23 en-de, MetricX-23',
    options: { metric: 'MetricX-23', model: 'continuous-2pl' },
  },
];

function load(name: string): Dataset {
  const lines = readFileSync(join(folder, `${name}.jsonl`), 'utf8').split('\n');
  return datasetFromItems(lines.filter((line) => line !== '').map((line): Item => JSON.parse(line)));
}

const signed = (value: number) => value.toFixed(2).replace('-', '−');

function row(dataset: Dataset, kind: string, item: DescribedItem): string {
  const about = dataset.domains?.[item.position] ?? dataset.documents?.[item.position] ?? '';
  const { standardErrors: errors } = item;
  return (
    `| ${kind} | ${item.id} | ${about.slice(0, 24)} | ${signed(item.discrimination)} ± ${errors.discrimination.toFixed(2)} | ` +
    `${signed(item.difficulty)} ± ${errors.difficulty.toFixed(2)} | ${(100 * item.share).toFixed(3)} % |`
  );
}

const panels = studies.map(({ name, title, options }) => {
  const dataset = load(name);
  const started = performance.now();
  const model = fitIrt(dataset, options);
  const seconds = (performance.now() - started) / 1000;
  const described = describeIrt(model, { top: 3 });
  const { mostInformative, leastUseful, abilities } = described;
  const half = described.items.findIndex(
    (_, k) => described.items.slice(0, k + 1).reduce((sum, { share }) => sum + share, 0) >= 0.5,
  );
  console.log(`\n### ${title}: ${dataset.size} × ${dataset.systems.length}, ${model.model}\n`);
  console.log(
    `${model.fit.passes} passes, ${seconds.toFixed(2)} s; RMSE ${model.fit.rmse.toFixed(4)}. Best system ${abilities[0].system} ` +
      `(${signed(abilities[0].ability)} ± ${abilities[0].standardError.toFixed(2)}). Half of the information is in ${half + 1} items.\n`,
  );
  console.log(
    '| | item | of | discrimination | difficulty | share of information |\n| --- | --- | --- | ---: | ---: | ---: |',
  );
  for (const item of mostInformative) console.log(row(dataset, 'most', item));
  for (const item of leastUseful) console.log(row(dataset, 'least', item));
  return { title, model, mostInformative, leastUseful };
});

interface Panel {
  readonly title: string;
  readonly model: IrtModel;
  readonly mostInformative: readonly DescribedItem[];
  readonly leastUseful: readonly DescribedItem[];
}

const WIDTH = 230;
const HEIGHT = 170;

/** One panel: item curves over ability, and a tick for each system. */
function drawPanel({ title, model, mostInformative, leastUseful }: Panel, left: number): string {
  const chosen = new Set(mostInformative.map(({ id }) => id));
  const ids = [...mostInformative, ...leastUseful].map(({ id }) => id);
  const curves = irtCurves(model, { items: ids, from: -3, to: 3, points: 61 });
  const { coding } = model;
  const [low, high] = coding.kind === 'linear' ? [coding.low, coding.high] : [0, 1];
  const x = (ability: number) => (left + (WIDTH * (ability + 3)) / 6).toFixed(1);
  const y = (score: number) => (30 + HEIGHT * (1 - (score - low) / (high - low))).toFixed(1);
  const lines = curves.items.map(({ id, expected }) => {
    const path = expected.map((score, k) => `${x(curves.abilities[k])},${y(score)}`).join(' ');
    const style = chosen.has(id)
      ? 'stroke="#0b62a4" stroke-width="2"'
      : 'stroke="#b5482a" stroke-dasharray="5 3"';
    return `<polyline fill="none" ${style} points="${path}"/>`;
  });
  const ticks = model.abilities
    .filter(({ ability }) => Math.abs(ability) <= 3)
    .map(({ ability }) => `<path d="M${x(ability)} ${30 + HEIGHT}v7" stroke="#666"/>`);
  const numbers = [-2, 0, 2].map(
    (ability) =>
      `<text x="${x(ability)}" y="${HEIGHT + 50}" text-anchor="middle">${signed(ability).slice(0, -3)}</text>`,
  );
  const bounds = [low, high].map(
    (score) =>
      `<text x="${left - 5}" y="${Number(y(score)) + 4}" text-anchor="end">${Number(score.toFixed(1))}</text>`,
  );
  return [
    `<text x="${left}" y="18" font-weight="bold">${title}</text>`,
    `<rect x="${left}" y="30" width="${WIDTH}" height="${HEIGHT}" fill="none" stroke="#bbb"/>`,
    ...ticks,
    ...lines,
    ...numbers,
    ...bounds,
  ].join('\n');
}

if (values.svg) {
  const width = panels.length * (WIDTH + 45) + 5;
  const body = panels.map((panel, k) => drawPanel(panel, 40 + k * (WIDTH + 45))).join('\n');
  const caption =
    'Expected score by ability. Solid: the three most informative items; dashed: the three least. Ticks: the systems.';
  writeFileSync(
    values.svg,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="250" viewBox="0 0 ${width} 250" ` +
      `font-family="sans-serif" font-size="12" role="img" aria-label="Item curves">\n` +
      `<rect width="100%" height="100%" fill="white"/>\n${body}\n` +
      `<text x="40" y="242" fill="#444">${caption}</text>\n</svg>\n`,
  );
}
