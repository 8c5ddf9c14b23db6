import { fileURLToPath } from 'node:url';
import { testExamples } from '@goldpan/testing';
import * as api from '../src/index.js';

testExamples(fileURLToPath(new URL('..', import.meta.url)), api);
