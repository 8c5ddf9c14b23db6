import type { OptionValues } from './option-values.js';

/** A selector and its options. */
export interface Design {
  readonly selector: string;
  readonly options?: OptionValues;
}
