import { criterionOfColumn, DEFAULT_TARGET, isHumanColumn } from '@goldpan/core';

/** Says of criteria on which lower is better that it is so, in the first item that has a judgement of them. */
export class TurnedScales {
  readonly #open: Set<string>;

  /** @param turned - score columns */
  constructor(turned: ReadonlySet<string>) {
    this.#open = new Set([...turned].filter(isHumanColumn).map(criterionOfColumn));
  }

  /** The member `criteria` of an item, where it is the one to say so. */
  declare(judgements: readonly object[]): { readonly criteria?: object } {
    if (this.#open.size === 0) return {};
    const judged = new Set(
      (judgements as { criterion?: string }[]).map(({ criterion = DEFAULT_TARGET }) => criterion),
    );
    const names = [...this.#open].filter((name) => judged.has(name));
    for (const name of names) this.#open.delete(name);
    const scales = names.map((name) => [name, { scale: 'numbers', better: 'lower' }] as const);
    return names.length === 0 ? {} : { criteria: Object.fromEntries(scales) };
  }
}
