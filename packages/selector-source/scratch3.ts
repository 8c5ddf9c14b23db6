import { readFileSync } from 'node:fs';
import { stream } from '@goldpan/core';
import { trainSourceModel, sourceScorer, topSources, lengthScorer } from './src/index.ts';
const load = (n) =>
  readFileSync(`/work/shared/data/${n}.jsonl`, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
const words = ['wmt23_en-de_mqm', 'wmt24_en-cs_esa', 'biomqm_de-en']
  .flatMap((n) => load(n))
  .flatMap((i) => i.src.split(/\s+/));
const rng = stream(0, 'x');
const text = () => {
  const n = 8 + rng.integer(35);
  let s = [];
  for (let i = 0; i < n; i++) s.push(words[rng.integer(words.length)]);
  return s.join(' ') + '.';
};
const sources = Array.from({ length: 5000 }, text);
console.log('mean chars', sources.reduce((a, s) => a + s.length, 0) / 5000);
const utilities = sources.map((s) => s.length * 0.01 + rng.next() * 3 + (s.match(/the/g)?.length ?? 0) * 0.2);
let t = performance.now();
const m = await trainSourceModel([{ name: 'x', sha256: '0'.repeat(64), sources, utilities }], {
  bits: 16,
  progress: (d, n) => console.log(d, n, ((performance.now() - t) / 1000).toFixed(1)),
});
const cu = process.cpuUsage();
console.log(
  'train',
  (performance.now() - t) / 1000,
  'cpu',
  (cu.user + cu.system) / 1e6,
  m.penalty,
  m.validation.rankCorrelation,
  m.validation.low,
);
process.exit();
const pool = Array.from({ length: 100000 }, text);
const score = sourceScorer(m);
for (let k = 0; k < 2; k++) {
  t = performance.now();
  const top = await topSources(pool, { top: 100, score });
  console.log('rank 100k', (performance.now() - t) / 1000);
}
t = performance.now();
await topSources(pool, { top: 100, score: lengthScorer('words') });
console.log('length 100k', (performance.now() - t) / 1000);
