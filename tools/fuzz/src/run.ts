// Tries damaged inputs of every format: npm run fuzz -- --inputs 100000 [--seed 1] [--from 0]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus, USE } from './corpus.js';
import { hunt, type Failure } from './hunt.js';
import { makeInput } from './make-input.js';
import { placeInput } from './place-input.js';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '0' },
    from: { type: 'string', default: '0' },
    keep: { type: 'string', default: 'tmp/fuzz' },
  },
});
const [seed, from, inputs] = [Number(values.seed), Number(values.from), Number(values.inputs)];
const folder = mkdtempSync(join(tmpdir(), 'goldpan-fuzz-'));
const counts = { crash: 0, hang: 0, rejection: 0 };
const started = performance.now();

const sound = readCorpus();

/** Keeps the input that failed, with what is done with it and what happened. */
function keep({ kind, number, text }: Failure): void {
  counts[kind]++;
  const kept = resolve(values.keep, `${seed}-${number}`);
  const input = makeInput(sound, seed, number);
  mkdirSync(kept, { recursive: true });
  placeInput(kept, input);
  writeFileSync(join(kept, USE), `${JSON.stringify(input.use, null, 2)}\n`);
  writeFileSync(join(kept, 'what-happened.txt'), `${text}\n`);
  console.log(`${kind}: ${kept} (${input.name})\n  ${text.split('\n').slice(0, 3).join('\n  ')}`);
}

const report = (done: number) => {
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${done} inputs in ${Math.round(seconds)} s: ${counts.crash} crashes, ${counts.hang} hangs, ${counts.rejection} unhandled rejections`,
  );
};

try {
  await hunt({
    ...{ seed, from, to: from + inputs, folder: join(folder, 'input'), limit: 5000, onFailure: keep },
    onProgress: (number) => report(number - from),
  });
  report(inputs);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = counts.crash + counts.hang + counts.rejection === 0 ? 0 : 1;
