import { mutate } from './mutate.mjs';

// Whole runs on the data that ships take minutes; they say that nothing changed, the others say why.
export default mutate('simulation', ['test/frozen.test.ts']);
