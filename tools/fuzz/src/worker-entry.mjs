// The thread runs from TypeScript source: registers a compiler, then loads worker.ts.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
