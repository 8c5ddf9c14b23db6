import { defineCostModel, z, type CostModel, type Dataset } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { costModelChecks, type Setup } from '../src/index.js';

const sound = defineCostModel({
  name: 'characters',
  summary: 'Characters of the source.',
  options: z.object({ start: z.number().positive().default(1).describe('cost of an empty source') }),
  costs: (dataset, { start }) => ({
    values: Float64Array.from(dataset.ids, (_, item) => start + (dataset.sources?.[item] ?? '').length),
    unit: 'characters',
  }),
});

const pricing = (price: (dataset: Dataset, item: number) => number): CostModel => ({
  ...sound,
  costs: (dataset) => ({
    values: Float64Array.from(dataset.ids, (_, item) => price(dataset, item)),
    unit: 'x',
  }),
});
const withOptions = (options: z.ZodType): CostModel => ({
  ...sound,
  options,
  costs: ({ size }) => ({ values: new Float64Array(size).fill(1), unit: 'x' }),
});

function countsCalls(): CostModel {
  let calls = 0;
  return { ...sound, costs: ({ size }) => ({ values: new Float64Array(size).fill(++calls), unit: 'x' }) };
}

function touches(change: (dataset: any) => void): CostModel {
  return {
    ...sound,
    costs: (dataset, options) => {
      change(dataset);
      return sound.costs(dataset, options);
    },
  };
}

interface Broken {
  fault: string;
  check: string;
  model: CostModel;
  setup?: Setup;
  says: string;
}

const unusual = (what: string, model: CostModel, says = 'TypeError'): Broken => ({
  fault: `breaks on data with ${what}`,
  check: `copes with ${what}`,
  model,
  says,
});

/** Fails like a program that did not think of the case. */
const stumbles = (when: (dataset: Dataset) => boolean) =>
  touches((dataset) => {
    if (when(dataset)) throw new TypeError('Cannot read properties of undefined');
  });
const scoresOf = (dataset: Dataset) => dataset.scores('quality').values;

const broken: Broken[] = [
  {
    fault: 'is of another version',
    check: 'has the shape of a cost model',
    model: { ...sound, apiVersion: 2 as never },
    says: 'cost model "characters" of the plugin must have apiVersion 1; it has 2',
  },
  {
    fault: 'has an option without a description',
    check: 'describes its options',
    model: withOptions(z.object({ k: z.number().default(1) })),
    says: 'the option "k" has no .describe',
  },
  {
    fault: 'swallows wrong options',
    check: 'refuses invalid options',
    model: withOptions(z.object({ k: z.number().catch(1).describe('k') })),
    says: 'must refuse the options {"k":"no such value"} with INVALID_OPTIONS; it accepted them',
  },
  {
    fault: 'gives items away',
    check: 'gives every item a cost above 0',
    model: pricing((_, item) => item),
    says: 'must give every item a cost above 0; it threw INVALID_COSTS',
  },
  {
    fault: 'forgets the unit',
    check: 'gives every item a cost above 0',
    model: { ...sound, costs: ({ size }) => ({ values: new Float64Array(size).fill(1) }) as never },
    says: 'must give the unit of its costs; got nothing',
  },
  {
    fault: 'counts its calls',
    check: 'keeps nothing between calls',
    model: countsCalls(),
    says: 'must keep nothing between calls; item 0 cost 13, then 15',
  },
  {
    fault: 'changes scores',
    check: 'changes no input',
    model: touches((dataset) => (scoresOf(dataset)[0] += 1)),
    says: 'it changed the scores of quality',
  },
  {
    fault: 'changes sources',
    check: 'changes no input',
    model: touches((dataset) => (dataset.sources[0] = '')),
    says: 'it threw TypeError',
  },
  {
    fault: 'pays by the names of systems',
    check: 'does not depend on the names of the systems',
    model: pricing((dataset) => 1 + dataset.systems.join('').length),
    says: 'must not depend on the names of the systems; item 0 cost',
  },
  {
    fault: 'pays by position',
    check: 'permutes its costs with the items',
    model: pricing((_, item) => 1 + item),
    says: 'must permute its costs with the items; item',
  },
  {
    fault: 'makes a set of an option',
    check: 'has options that survive JSON',
    model: withOptions(
      z.object({
        k: z
          .array(z.string())
          .default([])
          .transform((names) => new Set(names))
          .describe('k'),
      }),
    ),
    says: 'of its options .k is a Set',
  },
  unusual(
    'one item',
    stumbles(({ size }) => size === 1),
  ),
  unusual(
    'one system',
    stumbles(({ systems }) => systems.length === 1),
  ),
  unusual(
    'two systems',
    stumbles(({ systems }) => systems.length === 2),
  ),
  unusual(
    'constant scores',
    stumbles((dataset) => new Set(scoresOf(dataset)).size === 1),
  ),
  unusual(
    'scores of all sizes',
    stumbles((dataset) => scoresOf(dataset).some((score) => score > 100)),
  ),
  unusual(
    'empty texts',
    stumbles(({ sources }) => sources!.includes('')),
  ),
  unusual(
    'equal texts',
    stumbles(({ sources }) => new Set(sources).size === 1),
  ),
  unusual(
    'missing texts',
    pricing(({ sources }, item) => sources![item]!.length),
  ),
  unusual(
    'equal items',
    stumbles(({ documents }) => new Set(documents).size === 1 && documents!.length > 3),
  ),
  unusual(
    'missing texts',
    { ...sound, costs: ({ sources }) => ({ values: sources!.map((t) => t?.length) as never, unit: 'x' }) },
    'must give its costs as a Float64Array',
  ),
];

describe('a sound cost model passes', () => {
  for (const { name, run } of costModelChecks(sound)) test(name, run);
});

describe('the kit finds a cost model that', () => {
  test.each(broken)('$fault', async ({ check, model, setup, says }) => {
    const found = costModelChecks(model, setup).find(({ name }) => name === check)!;
    await expect(found.run()).rejects.toThrow(says);
  });

  test('breaks any of the laws: there is a broken model for each check', () => {
    const caught = broken.map(({ check }) => check);
    expect(
      costModelChecks(sound)
        .map(({ name }) => name)
        .filter((name) => !caught.includes(name)),
    ).toEqual([]);
  });

  test('is none at all, with a failure of every check and no crash', async () => {
    for (const value of [undefined, {}]) {
      const results = await Promise.allSettled(costModelChecks(value as never).map(({ run }) => run()));
      expect(results.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    }
  });
});

test('a refusal with a code is a way to cope', async () => {
  const refusing = pricing((dataset, item) => dataset.sources?.[item]?.length ?? NaN);
  const checks = costModelChecks(refusing).filter(({ name }) => /missing texts|empty texts/.test(name));
  expect(checks).toHaveLength(2);
  for (const { run } of checks) await run();
});

test('expected failures are turned round', async () => {
  const name = 'permutes its costs with the items';
  const expectedFailures = { [name]: 'pays for the first item more' };
  const run = (model: CostModel) =>
    costModelChecks(model, { expectedFailures })
      .find((check) => check.name.startsWith(name))!
      .run();
  await run(pricing((_, item) => 1 + item));
  await expect(run(sound)).rejects.toThrow('but the check holds');
});
