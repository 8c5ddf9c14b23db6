// The worker when the package runs from its TypeScript source, as in its tests: registers a compiler, then loads worker.ts.
import { register } from 'tsx/esm/api';

register();
const { default: run } = await import('./worker.ts');

export default run;
