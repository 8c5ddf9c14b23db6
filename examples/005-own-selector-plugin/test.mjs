import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datasetFromItems, runSelector } from '@goldpan/core';
import { selectorChecks } from '@goldpan/selector-testkit';
import { metricDisagreement } from './metric-disagreement.mjs';

// The contract, on the metrics of the kit's own data.
const options = { first: 'quality', second: 'human' };
for (const { name, run } of selectorChecks(metricDisagreement, { options })) test(name, run);

// What this selector is for.
test('an item on which the metrics contradict each other comes first', async () => {
  const dataset = datasetFromItems([
    { id: 'agree', scores: { x: { chrF: 60, BLEU: 40 }, y: { chrF: 50, BLEU: 30 } } },
    { id: 'contradict', scores: { x: { chrF: 60, BLEU: 20 }, y: { chrF: 50, BLEU: 30 } } },
  ]);
  const { ranking, utilities } = await runSelector(metricDisagreement, dataset, {
    options: { first: 'chrF', second: 'BLEU' },
  });
  assert.deepEqual([...ranking], [1, 0]);
  assert.deepEqual([...utilities], [0, 1]);
});
