import { criterionOfColumn, DEFAULT_TARGET, isHumanColumn } from '@goldpan/core';
import { setMember } from '../json/set-member.js';
import { turnedRound, type ScoreName } from '../tables/score-names.js';
import { jsonObject } from './json-object.js';
import type { LoadedItem } from './loader.js';

type Fields = Readonly<Record<string, any>>;

/**
 * Items of which some scores are better when they are lower: their scores are turned round, and of people's judgements the scale says so;
 * the rest of their lines is as it was.
 */
export class TurnedItems {
  readonly #nameOf: (name: string) => ScoreName;
  /** Criteria that people are asked to judge, lower = better. */
  readonly #lower: readonly string[];
  /** Those of them that have a scale by now. */
  readonly #declared = new Set<string>();

  /** @param lower - names of score columns */
  constructor(lower: readonly string[]) {
    this.#nameOf = turnedRound(lower);
    this.#lower = lower.filter(isHumanColumn).map(criterionOfColumn);
  }

  item(item: LoadedItem): LoadedItem {
    const record = jsonObject(item.record) ?? {};
    const scores = this.#scores(record);
    const criteria = this.#criteria(record);
    if (scores === undefined && criteria === undefined) return item;
    const turned = { ...(scores && { scores }), ...(criteria && { criteria }) };
    const text = Object.entries(turned).reduce(
      (text, [name, value]) => setMember(text, name, JSON.stringify(value)),
      item.line!.text,
    );
    return { record: { ...item.record, ...turned }, origin: item.origin, text };
  }

  #scores({ scores }: Fields): Fields | undefined {
    const given = jsonObject(scores);
    if (given === undefined) return undefined;
    const turned = Object.entries(given).map(([system, cells]) => [system, this.#cells(cells)]);
    return Object.fromEntries(turned);
  }

  #cells(cells: unknown): unknown {
    const given = jsonObject(cells);
    if (given === undefined) return cells;
    return Object.fromEntries(
      Object.entries(given).map(([name, score]) => {
        const { metric, sign } = this.#nameOf(name);
        return [metric, sign === -1 && typeof score === 'number' ? 0 - score : score];
      }),
    );
  }

  /** The scales of the item; one that nothing declares is that of numbers, declared by the first item with a judgement of the criterion. */
  #criteria({ criteria, judgements }: Fields): Fields | undefined {
    const own = jsonObject(criteria) ?? {};
    const judged = Array.isArray(judgements)
      ? judgements.map((one) => jsonObject(one)?.criterion ?? DEFAULT_TARGET)
      : [];
    const scales = this.#lower.flatMap((criterion) => {
      const scale = Object.hasOwn(own, criterion) ? jsonObject(own[criterion]) : undefined;
      const isFirst = !this.#declared.has(criterion) && judged.includes(criterion);
      if (scale === undefined && !isFirst) return [];
      this.#declared.add(criterion);
      return [[criterion, { ...(scale ?? { scale: 'numbers' }), better: 'lower' }] as const];
    });
    return scales.length === 0 ? undefined : { ...own, ...Object.fromEntries(scales) };
  }
}
