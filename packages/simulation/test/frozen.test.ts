import { datasetFromItems, type Dataset } from '@goldpan/core';
import { exampleDataPath, readJsonLines } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import {
  compareSelectors,
  parseGoal,
  simulatePlan,
  type CompareRequest,
  type Execution,
  type PlanRequest,
} from '../src/index.js';
import { registry } from './setting.js';

/** Executions that must give the frozen numbers, to the last bit. */
const EXECUTIONS = [{ workers: 0 }, { workers: 1 }, { workers: 2 }];

const load = (name: string): Dataset => datasetFromItems(readJsonLines(exampleDataPath(`${name}.jsonl`)));
const biomqm = load('biomqm_de-en');
const hanna = load('hanna');
const realsumm = load('realsumm');

/** Costs of items that differ: the length of their sources, plus one. */
const lengths = ({ size, sources }: Dataset) =>
  Float64Array.from({ length: size }, (_, item) => 1 + (sources?.[item]?.length ?? 0));

type Plan = Omit<PlanRequest, 'registry' | 'truth'>;
const plans: Record<string, Plan> = {
  'an itemwise selector to an SPA, by subsamples of items': {
    dataset: biomqm,
    selector: 'range',
    options: { metric: 'chrF' },
    goal: parseGoal('spa=0.9'),
    replicates: 30,
    permutations: 100,
  },
  'a random order to a tau, by a bootstrap of items, with costs': {
    dataset: realsumm,
    selector: 'random',
    goal: parseGoal('kendall=0.9'),
    resampling: { unit: 'items', method: 'bootstrap' },
    costs: lengths(realsumm),
    replicates: 40,
    seed: 7,
  },
  'a random order to what random selection reaches, by subsamples of documents': {
    dataset: biomqm,
    selector: 'random',
    goal: parseGoal('random@50%'),
    resampling: { unit: 'documents', method: 'subsample' },
    shares: [0.1, 0.3, 0.5],
    replicates: 20,
    permutations: 60,
  },
  'a selector for a budget to a tau, by a bootstrap of items, with costs': {
    dataset: hanna,
    selector: 'stairs',
    options: { metric: 'BLEU' },
    goal: parseGoal('kendall=0.8'),
    resampling: { unit: 'items', method: 'bootstrap' },
    shares: [0.1, 0.3, 0.5],
    costs: lengths(hanna),
    replicates: 30,
    seed: 2,
  },
  'an itemwise selector to an error, by a bootstrap of documents': {
    dataset: biomqm,
    selector: 'range',
    options: { metric: 'consensus-chrF' },
    goal: parseGoal('error=0.4'),
    resampling: { unit: 'documents', method: 'bootstrap' },
    replicates: 25,
    seed: 3,
  },
  'a goal that is held or not': {
    dataset: hanna,
    selector: 'range',
    options: { metric: 'BLEU' },
    goal: parseGoal('same-best'),
    replicates: 40,
  },
};

type Compare = Omit<CompareRequest, 'registry'>;
const range = (metric: string) => ({ selector: 'range', options: { metric } });
const stairs = (metric: string) => ({ selector: 'stairs', options: { metric } });
const random = { selector: 'random', options: {} };
const comparisons: Record<string, Compare> = {
  'rankings and a choice for a budget by SPA, with costs and one that fails': {
    dataset: realsumm,
    contestants: [range('rouge_2_f_score'), stairs('js-2'), random, range('nowhere')],
    truths: ['human'],
    costs: lengths(realsumm),
    replicates: 30,
    permutations: 80,
    randomOrders: 20,
  },
  'with replicates and permutations enough for intervals that are not widened': {
    dataset: hanna,
    contestants: [range('BLEU'), stairs('CIDEr')],
    truths: ['human'],
    shares: [0.1, 0.3],
    replicates: 100,
    randomOrders: 10,
  },
  'several truths in turn, with systems held out': {
    dataset: hanna,
    contestants: [range('BLEU'), range('CIDEr'), random],
    truths: ['human', 'BLEU', 'ChatGPT-CH-1'],
    measure: 'kendall',
    holdout: 4,
    replicates: 20,
    randomOrders: 40,
    shares: [0.05, 0.2, 0.4],
    seed: 5,
  },
  'pairwise accuracy by a bootstrap of documents': {
    dataset: biomqm,
    contestants: [range('chrF'), stairs('BLEU')],
    truths: ['human'],
    measure: 'pairwise-accuracy',
    resampling: { unit: 'documents', method: 'bootstrap' },
    replicates: 40,
    randomOrders: 30,
  },
};

/** JSON has every digit of every number. */
async function expectFrozen(name: string, run: (execution: Execution) => Promise<unknown>) {
  const texts: string[] = [];
  for (const execution of EXECUTIONS) texts.push(`${JSON.stringify(await run(execution), null, 1)}\n`);
  expect(texts).toEqual(texts.map(() => texts[0]));
  await expect(texts[0]).toMatchFileSnapshot(`fixtures/frozen/${name.replaceAll(/[^a-z]+/gi, '-')}.json`);
}

describe('on shipped data the frozen numbers come out, in this thread and in one or two workers', () => {
  test.each(Object.entries(plans))('of a plan: %s', (name, request) =>
    expectFrozen(`plan ${name}`, (execution) =>
      simulatePlan({ registry, truth: 'human', ...request }, execution),
    ),
  );

  test.each(Object.entries(comparisons))('of a comparison: %s', (name, request) =>
    expectFrozen(`compare ${name}`, (execution) => compareSelectors({ registry, ...request }, execution)),
  );
});
