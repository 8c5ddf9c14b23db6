import { DEFAULT_TARGET, type Better } from '@goldpan/core';
import { jsonObject } from '../loaders/json-object.js';
import type { DeclaredScale } from './declared-scale.js';

type Fields = Readonly<Record<string, unknown>>;

/** The criteria that items have scales or judgements of before new ones are added: what the items say of a scale stays. */
export class KnownScales {
  readonly #theirs = new Map<string, Better>();

  /** Looks at an item as it stands in the file; each in its order, before anything is added to it. */
  see({ criteria, judgements }: Fields): void {
    for (const [name, scale] of Object.entries(jsonObject(criteria) ?? {}))
      this.#theirs.set(name, jsonObject(scale)?.better === 'lower' ? 'lower' : 'higher');
    if (!Array.isArray(judgements)) return;
    for (const judgement of judgements) {
      const { criterion } = jsonObject(judgement) ?? {};
      const name = typeof criterion === 'string' ? criterion : DEFAULT_TARGET;
      // Where nothing is declared, higher is better.
      if (!this.#theirs.has(name)) this.#theirs.set(name, 'higher');
    }
  }

  /** Which end of its scale is the good one, as far as the items say. */
  better(criterion: string): Better | undefined {
    return this.#theirs.get(criterion);
  }

  /** The scales of an item with new ones; undefined where none is new. */
  added(before: unknown, scales: Readonly<Record<string, DeclaredScale>> = {}): Fields | undefined {
    const fresh = Object.entries(scales).filter(([name]) => !this.#theirs.has(name));
    return fresh.length === 0 ? undefined : { ...jsonObject(before), ...Object.fromEntries(fresh) };
  }
}
