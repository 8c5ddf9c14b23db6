import type { Item, Json, Registry } from '@goldpan/core';
import { sampleItems, type DataShape } from './sample-items.js';

/** What a selector or cost model needs to be checked; everything has a default. */
export interface Setup {
  /** Options with which it runs on the data; default none. */
  readonly options?: { readonly [name: string]: Json };
  /** Further options that must be refused, each put on top of `options`. */
  readonly invalidOptions?: readonly { readonly [name: string]: unknown }[];
  /** Makes data of a shape: always the same items for the same shape, no two alike. Default `sampleItems`. */
  readonly items?: (shape: DataShape) => Item[];
  /** Least and largest number of items of ordinary data; default 4 and 12. */
  readonly sizes?: readonly [number, number];
  /** Least and largest number of systems of ordinary data; default 2 and 5. */
  readonly systems?: readonly [number, number];
  /** Selectors and cost models that it builds on. */
  readonly registry?: Registry;
  /** Datasets per check; default 10. */
  readonly runs?: number;
  /** Seed of the shapes and data; default 0. */
  readonly seed?: number;
  /**
   * How far utilities, weights and costs may be apart where sums run in another order, as a share of the largest;
   * default 1e-9.
   */
  readonly tolerance?: number;
  /** Checks that are known to fail, each with the reason. One that holds is a failure itself. */
  readonly expectedFailures?: { readonly [check: string]: string };
}

/** A setup with its defaults. */
export type FullSetup = Required<Omit<Setup, 'registry'>> & Pick<Setup, 'registry'>;

/** An option that is given as undefined is not given. */
export function fullSetup(setup: Setup): FullSetup {
  const given = Object.entries(setup).filter(([, value]) => value !== undefined);
  return {
    options: {},
    invalidOptions: [],
    items: sampleItems,
    sizes: [4, 12],
    systems: [2, 5],
    runs: 10,
    seed: 0,
    tolerance: 1e-9,
    expectedFailures: {},
    ...Object.fromEntries(given),
  };
}
