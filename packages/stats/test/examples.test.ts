import { fileURLToPath } from 'node:url';
import { testExamples } from '@goldpan/testing';
import * as api from '../src/index.js';

const { StatsError: _error, ...functions } = api;

testExamples(fileURLToPath(new URL('..', import.meta.url)), functions);
