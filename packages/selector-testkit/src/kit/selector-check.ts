import type { Selector } from '@goldpan/core';
import type { Subject } from './subject.js';

/** One law that selectors keep. */
export interface SelectorCheck {
  readonly name: string;
  /** Which selectors it is for; default all. */
  readonly appliesTo?: (selector: Selector) => boolean;
  /** Resolves when the law holds. */
  readonly hold: (subject: Subject) => Promise<void>;
}
