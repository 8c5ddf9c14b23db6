import { runEstimator, type JudgedData } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { domainJudgements, meanEstimator } from '../src/index.js';
import { judgedOnly, ordinary, population, sample, withJudgements } from './support.js';

const near = { absolute: 1e-10 };
const { data } = population(ordinary, 77);
const judged = sample(140, 33, 5);
/** Three domains of unlike sizes; nothing of the last one is judged. */
const domains = Int32Array.from({ length: 140 }, (_, item) =>
  !judged.includes(item) && item % 11 === 0 ? 40 : [30, 10, 10, 30, 10][item % 5],
);
const partial: JudgedData = { ...judgedOnly(data, judged), domains };

/** Mean and standard error of a list, as books have them, with the correction for a population of N. */
function ofList(values: readonly number[], items: number) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, error: Math.sqrt((variance / n) * (1 - n / items)) };
}

test('means and standard errors are those of the judgements of each domain, by ascending label', () => {
  const found = domainJudgements(partial, runEstimator(meanEstimator, partial));
  expect(found.map(({ domain }) => domain)).toEqual([10, 30, 40]);
  for (const { domain, items, counts, means, standardErrors } of found.slice(0, 2)) {
    const size = domains.filter((label) => label === domain).length;
    expect(items).toBe(size);
    means.forEach((mean, s) => {
      const values = [...judged]
        .filter((item) => domains[item] === domain)
        .map((item) => data.judgements.values[item * 7 + s]);
      const wanted = ofList(values, size);
      expect(counts[s]).toBe(values.length);
      expectClose([mean, standardErrors[s]], [wanted.mean, wanted.error], near);
    });
  }
  expect([...found[2].counts, ...found[2].means]).toEqual([...Array(7).fill(0), ...Array(7).fill(NaN)]);
});

test('of texts like these nothing is taken off for what is judged already', () => {
  const estimate = runEstimator(meanEstimator, partial, { population: 'like-these' });
  const here = runEstimator(meanEstimator, partial);
  const [endless, counted] = [estimate, here].map((one) => domainJudgements(partial, one)[0]);
  const factor = Math.sqrt(1 - counted.counts[0] / counted.items);
  expectClose(counted.standardErrors[0], endless.standardErrors[0] * factor, near);
});

test('a domain that is judged whole has no error; one judgement alone has an unknown one', () => {
  const whole: JudgedData = { ...data, domains: Int32Array.from({ length: 140 }, (_, item) => +(item < 50)) };
  for (const { standardErrors } of domainJudgements(whole, runEstimator(meanEstimator, whole)))
    expect([...standardErrors]).toEqual(Array(7).fill(0));
  const few = judgedOnly(data, [4, 9, 11]);
  const own = { ...few, domains: Int32Array.from({ length: 140 }, (_, item) => +(item < 6)) };
  const [, single] = domainJudgements(own, runEstimator(meanEstimator, own));
  expect([...single.standardErrors]).toEqual(Array(7).fill(NaN));
});

test('documents are what errors are counted by: judgements that repeat within one tell nothing more', () => {
  const documents = Int32Array.from({ length: 140 }, (_, item) => item >> 1);
  const paired = [...judged].map((item) => item & ~1);
  const both = judgedOnly(
    withJudgements(data, (_, item, system) => data.judgements.values[(item & ~1) * 7 + system]),
    [...new Set(paired)].flatMap((item) => [item, item + 1]),
  );
  const one = { ...both, domains: new Int32Array(140) };
  const byDocument = { ...one, documents };
  const options = { population: 'like-these' } as const;
  const [alone] = domainJudgements(one, runEstimator(meanEstimator, one, options));
  const [grouped] = domainJudgements(byDocument, runEstimator(meanEstimator, byDocument, options));
  expectClose(grouped.means, alone.means, near);
  expect(grouped.standardErrors[0]).toBeGreaterThan(1.3 * alone.standardErrors[0]);
});

test('without domains it is refused', () => {
  const { domains: _domains, ...without } = partial;
  expect(() => domainJudgements(without, runEstimator(meanEstimator, without))).toThrow(/domains/);
});
