import { readFileSync } from 'node:fs';
import { stream } from '@goldpan/core';
import { trainSourceModel, sourceScorer } from './src/index.ts';
import { SourceReading } from './src/text/source-reading.ts';
import { GramCounts } from './src/features/gram-counts.ts';
import { surfaceFeatures } from './src/features/surface-features.ts';
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
const pool = Array.from({ length: 20000 }, text);
const cpu = (name, f) => {
  f();
  const c = process.cpuUsage();
  f();
  const d = process.cpuUsage(c);
  console.log(name, (((d.user + d.system) / 1e6 / 20000) * 1e6).toFixed(2), 'µs per text');
};
const r = new SourceReading();
const g = new GramCounts({ bits: 16, characters: [3, 5], words: 2 });
cpu('read', () => {
  for (const s of pool) r.read(s);
});
cpu('read+grams', () => {
  for (const s of pool) {
    r.read(s);
    g.read(r);
  }
});
cpu('read+surface', () => {
  for (const s of pool) {
    r.read(s);
    surfaceFeatures(r, () => false);
  }
});
const sources = pool.slice(0, 300);
const m = await trainSourceModel(
  [
    {
      name: 'x',
      sha256: '0'.repeat(64),
      sources,
      utilities: sources.map((s) => s.length + rng.next() * 100),
    },
  ],
  { bits: 16 },
);
const score = sourceScorer(m);
cpu('score', () => {
  for (const s of pool) score(s);
});
