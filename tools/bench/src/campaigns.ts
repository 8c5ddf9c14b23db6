import { datasetFromColumns, stream, type Dataset } from '@goldpan/core';
import { select } from '@goldpan/workflows';
import { timed, type Bench } from './bench.js';

const WORDS = 'der die das und ist nicht ein sehr schöner Tag im Leben von allen Menschen'.split(' ');

/** Sentences of about a hundred characters, of which a fifth repeats the first of its item, and random scores. */
function translations(items: number, systems: number): Dataset {
  const rng = stream(0, 'bench/campaigns');
  const sentence = () => Array.from({ length: 18 }, () => WORDS[rng.integer(WORDS.length)]).join(' ');
  const outputs = Array.from({ length: items }, sentence).flatMap((first) =>
    Array.from({ length: systems }, (_, system) => (rng.next() < 0.2 ? first : `${first} ${WORDS[system]}`)),
  );
  return datasetFromColumns({
    ids: Array.from({ length: items }, (_, item) => String(item)),
    systems: Array.from({ length: systems }, (_, system) => `s${system}`),
    metrics: ['m'],
    scores: [Float64Array.from({ length: items * systems }, () => rng.next())],
    sources: Array.from({ length: items }, sentence),
    outputs,
  });
}

export const campaignsBenches: readonly Bench[] = [
  {
    name: 'junk and duplicates of 100,000 × 15 outputs: select 1,000',
    aim: '5 s',
    async run() {
      const data = translations(100_000, 15);
      return { seconds: await timed(() => select(data, { budget: 1000 })) };
    },
  },
  {
    name: 'the same by a budget in judgements: 10,000',
    aim: '5 s',
    async run() {
      const data = translations(100_000, 15);
      return { seconds: await timed(() => select(data, { budget: '10000 judgements' })) };
    },
  },
];
