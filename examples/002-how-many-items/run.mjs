// How many stories must be judged to rank the systems nearly as all 96 do?
import { fileURLToPath } from 'node:url';
import { createRegistry } from '@goldpan/core';
import { readItems } from '@goldpan/formats';
import variance from '@goldpan/selector-variance';
import { parseGoal, simulatePlan } from '@goldpan/simulation';

const { dataset } = await readItems(fileURLToPath(new URL('../data/hanna.jsonl', import.meta.url)));

// Workers load the plugin again by this specifier.
const registry = createRegistry([
  { plugin: variance, specifier: import.meta.resolve('@goldpan/selector-variance') },
]);

const plan = await simulatePlan(
  {
    dataset,
    registry,
    selector: 'metric-consistency',
    options: { metric: 'OrcaPlatypus-prompt1' },
    truth: 'human',
    goal: parseGoal('spa=0.9'),
    replicates: 100,
  },
  { workers: 0 },
);

const show = ({ median, low, high }) => `${median} items (90 % range: ${low} to ${high})`;
console.log(`picked:    ${show(plan.size)}`);
console.log(`at random: ${show(plan.random)}`);
