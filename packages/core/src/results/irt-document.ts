import type { DocumentBase } from './document-base.js';

/** Information at one ability. */
export interface InformationPoint {
  readonly ability: number;
  /** Fisher information, above or equal to 0; its square root is 1 / standard error. */
  readonly information: number;
}

/** The parameters of one item. Which there are depends on the model. */
export interface ItemParameters {
  readonly id: string;
  /** Parameter name → value: `{"difficulty": 0.4, "discrimination": 1.7, "feasibility": 0.98}`. */
  readonly parameters: Readonly<Record<string, number | null>>;
  /** Information of the item as a share of that of all items, summed over the systems. */
  readonly share?: number;
  /** Information of the item by ability, where wanted. */
  readonly curve?: readonly InformationPoint[];
}

/** How able a system is. */
export interface SystemAbility {
  readonly system: string;
  readonly ability: number;
  /** Standard error; null = not estimated. */
  readonly se: number | null;
  /** Ends of the 95 % interval. */
  readonly low?: number | null;
  readonly high?: number | null;
}

/** A fitted item response model. */
export interface IrtDocument extends DocumentBase<'irt'> {
  /** `"2pl"`, `"4pl-score"`. */
  readonly model: string;
  /** The score column it was fitted to. */
  readonly metric: string;
  /** Of each system; higher is better. */
  readonly abilities: readonly SystemAbility[];
  readonly items: readonly ItemParameters[];
  /** Sum of the information of all items, by ability. */
  readonly information?: readonly InformationPoint[];
  /**
   * How well it fits: `{"logLikelihood": -812.4, "rmse": 0.07}`. Fits are penalised, so that the likelihood may fall where parameters
   * are added (from 3pl to 4pl): it does not choose between models.
   */
  readonly fit?: Readonly<Record<string, number | null>>;
}
