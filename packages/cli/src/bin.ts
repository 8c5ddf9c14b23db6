#!/usr/bin/env node
import { version } from './version.js';

const args = process.argv.slice(2);
// The version needs none of what commands need.
if (args.length === 1 && ['-V', '--version'].includes(args[0])) process.stdout.write(`${version}\n`);
else {
  const { superviseCommand } = await import('./supervise-command.js');
  process.exitCode = await superviseCommand(args);
}
