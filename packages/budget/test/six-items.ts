import { datasetFromItems } from '@goldpan/core';
import { chooseWithin, type ChooseOptions } from '../src/index.js';

/** Six items of three documents and two domains. */
export const dataset = datasetFromItems(
  Array.from({ length: 6 }, (_, i) => ({
    id: `i${i}`,
    doc: ['a', 'a', 'b', 'b', 'c', 'c'][i],
    domain: i < 4 ? 'news' : 'talk',
  })),
);
export const utilities = Float64Array.of(10, 0, 6, 5, 4, 8);
export const costs = { values: Float64Array.of(3, 1, 2, 2, 1, 2.5), unit: 'minutes' };

/** What a selector says of them. */
interface Rated {
  readonly utilities: Float64Array;
}

/** What is chosen of them. */
export function choose(options: ChooseOptions, rated: Rated = { utilities }) {
  return chooseWithin(dataset, rated, { costs, ...options });
}

/** Why nothing is chosen of them. */
export function messageOf(options: ChooseOptions, rated?: Rated) {
  return choose(options, rated).then(
    () => 'no error',
    ({ message }: Error) => message,
  );
}
