import { describe, expect, test } from 'vitest';
import { commandProblem } from '../src/commands/command-problem.js';
import { typedLines } from '../src/commands/typed-lines.js';
import { goldpanArguments, shellLines } from '../src/commands/shell-lines.js';
import { packageFacts, registryOf } from '../src/generate/package-facts.js';

const registry = registryOf(await packageFacts());
const problem = (line: string) => commandProblem(goldpanArguments(shellLines(line)[0])!, registry);

describe('shell lines', () => {
  test('quotes and continuations are resolved, comments and what follows a pipe dropped', () => {
    const code =
      '$ goldpan plan a.jsonl \\\n  --title "two words" # why\n\n# nothing\ngoldpan x \'y z\' | head > out\n';
    expect(shellLines(code)).toEqual([
      ['goldpan', 'plan', 'a.jsonl', '--title', 'two words'],
      ['goldpan', 'x', 'y z'],
    ]);
  });

  test('only lines that call goldpan have its arguments', () => {
    expect(goldpanArguments(['npx', 'goldpan', 'demo'])).toEqual(['demo']);
    expect(goldpanArguments(['goldpan', 'demo'])).toEqual(['demo']);
    expect(goldpanArguments(['npm', 'start'])).toBeUndefined();
  });
});

test('what is typed keeps its pipes and quotes, and loses its prompt', () => {
  const block = "$ npx goldpan x 'a b' | head\n# why\nnpm start\ngoldpan plan a.jsonl\\\n  --json > b.json\n";
  expect(typedLines(block)).toEqual(["npx goldpan x 'a b' | head", 'goldpan plan a.jsonl --json > b.json']);
});

describe('commands', () => {
  test.each([
    'goldpan demo',
    'goldpan --version',
    'goldpan select --help',
    'goldpan select a.jsonl --selector metric-variance --option metric=chrF --budget 25%',
    'goldpan select a.jsonl --selector of-a-plugin --plugin ./x.mjs --option any=1',
  ])('%s is right', async (line) => {
    expect(await problem(line)).toBeUndefined();
  });

  test.each([
    ['goldpan pick a.jsonl', /unknown command/],
    ['goldpan demo --colour', /unknown option/],
    ['goldpan fit-cost a.jsonl', /--out/],
    ['goldpan select --selector random', /missing required argument/],
    ['goldpan select a.jsonl --selector random --missing perhaps', /Allowed choices/],
    ['goldpan select a.jsonl --selector rnadom', /no selector rnadom/],
    ['goldpan select a.jsonl --selector random --option metric=chrF', /no option metric/],
    ['goldpan plan a.jsonl --selector random --replicates many', /whole number/],
  ])('%s is refused', async (line, text) => {
    expect(await problem(line)).toMatch(text);
  });
});
