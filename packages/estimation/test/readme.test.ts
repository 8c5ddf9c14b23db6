import { fileURLToPath } from 'node:url';
import { testReadme } from '@goldpan/testing';

testReadme(fileURLToPath(new URL('..', import.meta.url)));
