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
  /** Information of the item by ability, where wanted. */
  readonly curve?: readonly InformationPoint[];
}

/** A fitted item response model. */
export interface IrtDocument extends DocumentBase<'irt'> {
  /** `"2pl"`, `"4pl-score"`. */
  readonly model: string;
  /** The score column it was fitted to. */
  readonly metric: string;
  /** Ability of each system with its standard error (null = not estimated); higher is better. */
  readonly abilities: readonly {
    readonly system: string;
    readonly ability: number;
    readonly se: number | null;
  }[];
  readonly items: readonly ItemParameters[];
  /** Sum of the information of all items, by ability. */
  readonly information?: readonly InformationPoint[];
  /** How well it fits: `{"logLikelihood": -812.4, "rmse": 0.07}`. */
  readonly fit?: Readonly<Record<string, number | null>>;
}
