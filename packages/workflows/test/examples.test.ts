import { fileURLToPath } from 'node:url';
import { testExamples } from '@goldpan/testing';

testExamples(fileURLToPath(new URL('..', import.meta.url)));
