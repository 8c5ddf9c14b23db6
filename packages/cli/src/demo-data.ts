import { fileURLToPath } from 'node:url';

/** Real data that travels with this package: REALSumm, CC BY 4.0. */
export const demoData: string = fileURLToPath(new URL('../data/realsumm.jsonl.gz', import.meta.url));
