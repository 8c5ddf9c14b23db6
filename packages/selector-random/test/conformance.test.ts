import { selectorChecks } from '@goldpan/selector-testkit';
import { workerChecks } from '@goldpan/selector-testkit/node';
import { test } from 'vitest';
import { random } from '../src/index.js';

const specifier = new URL('../src/index.ts', import.meta.url).href;
for (const { name, run } of selectorChecks(random)) test(name, run);
for (const { name, run } of workerChecks(random, { specifier })) test(name, run);
