#!/usr/bin/env node
// The command's file is committed, so that npm links it before anything is built.
import { existsSync } from 'node:fs';

const built = new URL('../bundle/bin.js', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  process.stderr.write('goldpan: not built yet\n  run npm start or npm run build in the checkout first\n');
  process.exitCode = 2;
}
