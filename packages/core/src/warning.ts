/** Something the reader should know before trusting a result, such as that a model behind it was no better than chance. */
export interface Warning {
  /** Stable, in capitals: `UNRELIABLE_SOURCE_MODEL`. */
  readonly code: string;
  /** One sentence that stands on its own. */
  readonly text: string;
}
