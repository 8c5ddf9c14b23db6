#!/usr/bin/env node
import { run } from './run.js';

process.exitCode = run(process.argv.slice(2), process.cwd(), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`create-selector: ${text}\n`),
});
