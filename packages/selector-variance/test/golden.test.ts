import { datasetFromItems, rankByUtility, runSelector, type Selector } from '@goldpan/core';
import { expectClose, golden, goldenItems, hasGolden } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { metricAverage, metricConsistency, metricVariance } from '../src/index.js';

describe.each(['synth_tiny', 'synth_edge', 's2e_web', 'wmt23_en-de_mqm'])('%s', (name) => {
  const here = hasGolden(name);
  const title = here ? '' : ' (needs the shared golden files)';
  const reference = here ? golden(name) : undefined;
  const dataset = here ? datasetFromItems(goldenItems(name)) : undefined;

  const utilities = async (selector: Selector, options: object) =>
    (await runSelector(selector, dataset!, { options })).utilities!;

  test.skipIf(!here).each([
    ['metric_avg', metricAverage, {}],
    ['metric_var', metricVariance, {}],
    ['metric_cons', metricConsistency, {}],
    ['metric_cons_target_human', metricConsistency, { 'metric-target': 'human' }],
  ])(`%s gives the reference's utilities and orders${title}`, async (method, selector, options) => {
    const expected = Object.entries<number[]>(reference.methods[method]);
    expect(expected.length).toBeGreaterThan(0);
    for (const [metric, values] of expected) {
      const actual = await utilities(selector, { metric, ...options });
      expectClose(actual, values, { relative: 1e-12 });
      expect(rankByUtility(actual)).toEqual(rankByUtility(Float64Array.from(values)));
    }
  });

  test.skipIf(!here)(`the orders of ids are the reference's${title}`, async () => {
    const metric = reference.metrics_used[0];
    for (const [key, selector] of [
      ['metric_avg', metricAverage],
      ['metric_var', metricVariance],
      ['metric_cons', metricConsistency],
    ] as const) {
      const { ranking } = await runSelector(selector, dataset!, { options: { metric } });
      expect(Array.from(ranking, (item) => dataset!.ids[item])).toEqual(
        reference.orders.lists[key].map(String),
      );
    }
  });
});
