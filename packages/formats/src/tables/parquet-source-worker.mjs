// The worker when the package runs from its TypeScript source, as in its tests: registers a compiler, then loads parquet-worker.ts.
import { register } from 'tsx/esm/api';

register();
await import('./parquet-worker.ts');
