import type { Fact } from './view.js';

/** By what subsets were read, where it is not by their plain means. */
export function estimateFacts({ estimate }: { readonly estimate?: string }): readonly Fact[] {
  return estimate === undefined ? [] : [{ name: 'Subsets read by', value: `the ${estimate} estimate` }];
}
