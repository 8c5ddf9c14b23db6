import { datasetFromItems } from '@goldpan/core';
import { expectClose, golden, goldenItems, testWithShared } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { length } from '../src/index.js';

test('the preset esa gives the costs of the reference for English sources', () => {
  for (const name of ['synth_tiny', 'synth_edge']) {
    const dataset = datasetFromItems(goldenItems(name));
    const { values, unit } = length.costs(dataset, length.options.parse({ preset: 'esa', judgements: 1 }));
    expect(unit).toBe('seconds');
    expectClose(values.slice(0, 5), golden(name).utils['mt_esa_eval_cost_en-de_first_5'], {
      relative: 1e-15,
    });
  }
});

testWithShared(
  'counting characters gives the costs that the reference has for Japanese and Chinese',
  ['golden/wmt23_en-de_mqm.json'],
  () => {
    const dataset = datasetFromItems(goldenItems('wmt23_en-de_mqm'));
    const { values } = length.costs(
      dataset,
      length.options.parse({ preset: 'esa', judgements: 1, count: 'characters' }),
    );
    const expected = golden('wmt23_en-de_mqm').utils['mt_esa_eval_cost_en-ja_first_5'];
    expectClose(values.slice(0, 5), expected, { relative: 1e-15 });
  },
);
