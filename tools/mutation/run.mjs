// npm run mutation -- [packages] [--sample 250] [--seed 1]
import { Stryker } from '@stryker-mutator/core';
import { parseArgs } from 'node:util';
import { scoreOf } from './score.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const packages =
  positionals.length > 0
    ? positionals
    : ['stats', 'evaluation', 'core', 'costs', 'budget', 'estimation', 'simulation'];

for (const name of packages) {
  const { default: settings } = await import(`./${name}.mjs`);
  const results = await new Stryker({ ...settings, ...sampled() }).runMutationTest();
  for (const mutant of results.filter(({ status }) =>
    ['Survived', 'NoCoverage', 'Timeout'].includes(status),
  )) {
    console.log(line(mutant));
  }
  const score = scoreOf(results);
  console.log(`${name}: ${score.text}`);
  if (score.percent < 85) process.exitCode = 1;
}

/** What Stryker is told beside a package's settings when only a sample of the mutants is tried. */
function sampled() {
  if (values.sample === undefined) return {};
  return {
    checkers: ['sample'],
    sample: { size: Number(values.sample), seed: values.seed },
    incremental: false,
  };
}

function line({ status, statusReason, fileName, location, mutatorName, replacement }) {
  const where = `${fileName}:${location.start.line}:${location.start.column}`;
  const reason = status === 'Timeout' ? ` (${statusReason || 'by the clock'})` : '';
  return `${status}${reason} ${where} ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 150)}`;
}
