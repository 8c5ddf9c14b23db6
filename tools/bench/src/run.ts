// Prints a table of what each package's work takes, and writes it as JSON: npm run bench [-- name…] [--json FILE]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.js';

const suites: Record<string, () => Promise<readonly Bench[]>> = {
  variance: async () => (await import('./variance.js')).varianceBenches,
  campaigns: async () => (await import('./campaigns.js')).campaignsBenches,
  designs: async () => (await import('./designs.js')).designsBenches,
  simulation: async () => (await import('./simulation.js')).simulationBenches,
  diversity: async () => (await import('./diversity.js')).diversityBenches,
  source: async () => (await import('./source.js')).sourceBenches,
  irt: async () => (await import('./irt.js')).irtBenches,
  evaluation: async () => (await import('./evaluation.js')).evaluationBenches,
  formats: async () => (await import('./formats.js')).formatsBenches,
  budget: async () => (await import('./budget.js')).budgetBenches,
  estimation: async () => (await import('./estimation.js')).estimationBenches,
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(suites, name));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) console.error(`there is no suite ${unknown.join(', ')}`);
  console.log(`npm run bench -- [suite…] [--json FILE]
Prints how long the work of each package takes, beside its aim and the Python reference.
Suites (default: all, half an hour): ${Object.keys(suites).join(', ')}`);
  process.exit(unknown.length > 0 ? 2 : 0);
}
const rows: object[] = [];
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model}\n`);
for (const [suite, load] of Object.entries(suites)) {
  if (positionals.length > 0 && !positionals.includes(suite)) continue;
  for (const { name, aim, reference, run } of await load()) {
    const { seconds, detail } = await run();
    rows.push({ suite, name, seconds, detail, aim, reference });
    const beside = [`aim ${aim}`, reference && `reference ${reference}`].filter(Boolean).join('; ');
    console.log(
      `${suite.padEnd(12)} ${name.padEnd(64)} ${seconds.toPrecision(3).padStart(9)} s   (${beside})`,
    );
    if (detail) console.log(`${' '.repeat(13)}${detail}`);
  }
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
