import { join } from 'node:path';
import { testReadme } from '@goldpan/testing';

testReadme(join(import.meta.dirname, '..'));
