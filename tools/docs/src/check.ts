import { checkCommands } from './checks/check-commands.js';
import { checkErrors } from './checks/check-errors.js';
import { checkFresh } from './checks/check-fresh.js';
import { checkLinks } from './checks/check-links.js';
import { checkPictures } from './checks/check-pictures.js';
import { checkRuns } from './checks/check-runs.js';
import { checkTyped } from './checks/check-typed.js';
import { checkTypes } from './checks/check-types.js';
import { snippets } from './checks/snippets.js';
import { packageFacts, registryOf } from './generate/package-facts.js';
import { documents } from './paths.js';

// Holds the documentation against the code; `npm run docs` mends what is generated.
const all = documents();
const facts = await packageFacts();
const code = snippets(all);
const checks: [title: string, run: () => string[] | Promise<string[]>][] = [
  ['links and anchors', () => checkLinks(all)],
  ['error codes: thrown, catalogued', () => checkErrors(facts)],
  ['goldpan commands', () => checkCommands(all, registryOf(facts))],
  ['types of snippets', () => checkTypes(code)],
  ['results of snippets', () => checkRuns(code)],
  ['pictures', checkPictures],
  ['commands as they are typed', () => checkTyped(all)],
  ['generated tables, quoted files and outputs', () => checkFresh(all, facts)],
];

let found = 0;
for (const [title, run] of checks) {
  const started = performance.now();
  const problems = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? 'ok' : 'FAILED'}: ${title} (${seconds} s)`);
  for (const problem of problems) console.log(`  ${problem}`);
  found += problems.length;
}
console.log(`${all.length} documents, ${code.length} snippets, ${found} problems`);
process.exitCode = found === 0 ? 0 : 1;
