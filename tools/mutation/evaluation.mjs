import { mutate } from './mutate.mjs';

// Monte-Carlo means take a minute once every operator asks whether it is mutated.
export default mutate('evaluation', ['test/spa-golden.test.ts']);
