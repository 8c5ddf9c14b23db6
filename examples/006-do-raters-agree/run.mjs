// Do three raters per translation agree, who is severe, and which translations should they talk about?
import { fileURLToPath } from 'node:url';
import { agreement } from '@goldpan/workflows';

const items = fileURLToPath(new URL('../data/mqm-three-raters_en-de.jsonl', import.meta.url));
const { criteria, raters, disputes } = await agreement(items, { disputes: 3 });

const [{ alpha, icc, disagreement }] = criteria;
const show = ({ value, low, high }) => `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
console.log(`alpha    ${show(alpha)}`);
console.log(`ICC(1,1) ${show(icc['1,1'])}`);
console.log(disagreement.text);

const [severest] = raters.toSorted((a, b) => b.severity - a.severity);
console.log(`${severest.name} is ${severest.severity.toFixed(1)} points more severe than the others`);
for (const { id, system, ratings } of disputes) {
  console.log(`${id}, ${system}: ${ratings.map(({ value }) => value).join(', ')}`);
}
