import {
  datasetFromColumns,
  runSelector,
  stream,
  type Dataset,
  type ProvenBound,
  type RunOptions,
  type Selector,
} from '@goldpan/core';
import {
  diffuse,
  dropNearDuplicates,
  facilityLocation,
  kCenter,
  kMeans,
  kMedoids,
  outputDiversity,
  streamCoverage,
  type StreamedItem,
} from '@goldpan/selector-diversity';
import type { Bench, Measured } from './bench.js';

/**
 * The run with the least processor time, after one that is not counted where there are several. Beside the time on the clock it
 * says the processor time, which other programs on the machine disturb less.
 */
async function measured(work: () => unknown, runs = 1): Promise<Measured & { detail: string }> {
  if (runs > 1) await work();
  let best = { seconds: 0, cpu: Infinity };
  for (let run = 0; run < runs; run++) {
    const [before, started] = [process.cpuUsage(), performance.now()];
    await work();
    const { user, system } = process.cpuUsage(before);
    const [seconds, cpu] = [(performance.now() - started) / 1000, (user + system) / 1e6];
    if (cpu < best.cpu) best = { seconds, cpu };
  }
  return { seconds: best.seconds, detail: `${best.cpu.toPrecision(2)} s of processor time` };
}

const WORDS = 'etaoinshrdlucmfw';

/** Outputs as translation systems give them: 113 characters on average, every fourth word or so differs between systems. */
function outputs(items: number, systems: number): Dataset {
  const rng = stream(0, 'bench/diversity/outputs');
  const word = () => {
    // A rank by a power law, spelled in 16 letters: frequent words are short.
    let rank = Math.floor(20_000 * rng.next() ** 3);
    let text = WORDS[rank % 16];
    while ((rank >>= 4) > 0) text += WORDS[rank % 16];
    return text.padEnd(3, 'e');
  };
  const texts = Array.from({ length: items }, () => {
    const words = Array.from({ length: 14 + rng.integer(22) }, word);
    const output = () => words.map((known) => (rng.integer(4) === 0 ? word() : known)).join(' ');
    return Array.from({ length: systems }, () => `${output()}, ${word()}.`);
  });
  return datasetFromColumns({
    ids: texts.map((_, item) => String(item)),
    systems: Array.from({ length: systems }, (_, system) => `s${system}`),
    metrics: [],
    scores: [],
    outputs: texts.flat(),
  });
}

function similarityBench(similarity: string, about: { aim: string; reference: string }): Bench {
  return {
    name: `output-diversity, ${similarity}, 820 × 12 outputs`,
    ...about,
    async run() {
      const dataset = outputs(820, 12);
      const cells = dataset.size * dataset.systems.length;
      const characters = Array.from({ length: cells }, (_, c) => dataset.outputs!(c % 820, c % 12)!.length);
      const mean = characters.reduce((sum, length) => sum + length, 0) / cells;
      const run = () => runSelector(outputDiversity, dataset, { options: { similarity } });
      const { seconds, detail } = await measured(run, 5);
      return { seconds, detail: `${detail}; ${mean.toFixed(0)} characters per output` };
    },
  };
}

/** Vectors around centres of unequal weight, in documents of four and five domains. */
function clustered(items: number, dimensions: number): Dataset {
  const rng = stream(0, 'bench/diversity/vectors');
  const vector = () => Array.from({ length: dimensions }, () => rng.next() - 0.5);
  const centres = Array.from({ length: 50 }, vector);
  const values = new Float32Array(items * dimensions);
  for (let at = 0, centre = centres[0]; at < values.length; at++) {
    if (at % dimensions === 0) centre = centres[Math.floor(50 * rng.next() ** 2)];
    values[at] = centre[at % dimensions] + 1.2 * (rng.next() - 0.5);
  }
  const scores = Float64Array.from({ length: items * 12 }, () => rng.next());
  return datasetFromColumns({
    ids: Array.from({ length: items }, (_, item) => String(item)),
    systems: Array.from({ length: 12 }, (_, system) => `s${system}`),
    metrics: ['m'],
    scores: [scores],
    documents: Array.from({ length: items }, (_, item) => String(item >> 2)),
    domains: Array.from({ length: items }, (_, item) => String((item >> 2) % 5)),
    embeddings: { sources: { dimensions, values } },
  });
}

interface SelectorTask extends Pick<RunOptions, 'options' | 'constraints'> {
  readonly items: number;
  readonly dimensions: number;
  readonly aim: string;
}

function selectorBench(selector: Selector, { items, dimensions, aim, ...run }: SelectorTask): Bench {
  const budget = items / 10;
  const within = run.constraints ? ' within bounds' : '';
  return {
    name: `${selector.name}${within}, ${budget} of ${items.toLocaleString('en')} × ${dimensions}`,
    aim,
    async run() {
      const dataset = clustered(items, dimensions);
      let bound: ProvenBound | undefined;
      const { seconds, detail } = await measured(async () => {
        ({ bound } = await runSelector(selector, dataset, { ...run, budget: { items: budget } }));
      });
      const share = bound && 1 - bound.gap;
      return { seconds, detail: share ? `${detail}; ${share.toFixed(3)} of the upper bound` : detail };
    },
  };
}

function diffuseBench(items: number, aim: string): Bench {
  return {
    name: `diffuse, ${items / 10} of ${items.toLocaleString('en')} × 6 outputs, 1,024 dimensions`,
    aim,
    async run() {
      const dataset = outputs(items, 6);
      const run = () => runSelector(diffuse, dataset, { budget: { items: items / 10 } });
      const { seconds, detail } = await measured(run);
      return { seconds, detail: `${detail}; hashed embedding included` };
    },
  };
}

/** A pool that is made as it is read and never held. */
function* pool(items: number, dimensions: number): Generator<StreamedItem> {
  const rng = stream(0, 'bench/diversity/pool');
  const vector = () => Float32Array.from({ length: dimensions }, () => rng.next() - 0.5);
  const centres = Array.from({ length: 200 }, vector);
  for (let item = 0; item < items; item++) {
    const centre = centres[Math.floor(200 * rng.next() ** 2)];
    yield {
      id: String(item),
      vector: centre.map((x) => x + 0.8 * (rng.next() - 0.5)),
      group: `group ${Math.floor(5 * rng.next() ** 2)}`,
      document: String(item >> 3),
    };
  }
}

async function streaming(): Promise<Measured> {
  let quality = '';
  const { seconds, detail } = await measured(async () => {
    const { coverage, upperBound, unseenCoverage } = await streamCoverage(() => pool(1_000_000, 64), {
      budget: 100,
      bounds: [{ min: { percent: 10 }, max: { percent: 40 } }],
      maxPerDocument: 2,
    });
    quality = `coverage ${coverage.toFixed(3)} of at most ${upperBound.toFixed(3)}, unseen ${unseenCoverage.toFixed(3)}`;
  });
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { seconds, detail: `${detail}; peak memory of the process ${megabytes} MB; ${quality}` };
}

async function nearDuplicates(): Promise<Measured> {
  const dataset = outputs(10_000, 1);
  const texts = dataset.ids.map((_, item) =>
    dataset.outputs!(item - (item % 50 === 0 ? 0 : item % 7 === 0 ? 1 : 0), 0)!,
  );
  const ranking = texts.map((_, item) => item);
  let dropped = 0;
  const { seconds, detail } = await measured(() => {
    dropped = dropNearDuplicates({ ranking, maxSimilarity: 0.9, texts }).dropped.length;
  });
  return { seconds, detail: `${detail}; ${dropped} dropped` };
}

export const diversityBenches: readonly Bench[] = [
  { name: '1,000,000 items × 64 streamed twice, 100 chosen within bounds', aim: '1 GB', run: streaming },
  similarityBench('unigram', { aim: '0.2 s', reference: '0.39 s' }),
  similarityBench('bleu', { aim: '0.25 s', reference: '4.7 s' }),
  similarityBench('chrf', { aim: '0.8 s', reference: '15.9 s' }),
  selectorBench(kMeans, { items: 1_000, dimensions: 384, aim: '1 s' }),
  selectorBench(kMeans, { items: 5_000, dimensions: 384, aim: '15 s' }),
  diffuseBench(1_000, '2 s'),
  diffuseBench(5_000, '20 s'),
  selectorBench(kCenter, { items: 5_000, dimensions: 384, aim: '5 s' }),
  selectorBench(kMedoids, { items: 5_000, dimensions: 12, options: { metric: 'm' }, aim: '10 s' }),
  selectorBench(facilityLocation, { items: 10_000, dimensions: 384, aim: '10 s' }),
  selectorBench(facilityLocation, {
    items: 2_000,
    dimensions: 384,
    constraints: {
      groups: [{ column: 'domain', min: { percent: 10 }, max: { percent: 30 } }],
      maxPer: [{ column: 'doc', items: 2 }],
    },
    aim: '5 s',
  }),
  { name: 'near-duplicates among 10,000 texts', aim: '5 s', run: nearDuplicates },
];
