// The thread of a command when the package runs from its TypeScript source: registers a compiler, then loads command-worker.ts.
import { register } from 'tsx/esm/api';

register();
await import('./command-worker.ts');
