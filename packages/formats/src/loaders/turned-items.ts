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
  /** Those that numbers are given on. */
  readonly #judged = new Set<string>();

  /** @param lower - names of score columns */
  constructor(lower: readonly string[]) {
    this.#nameOf = turnedRound(lower);
    this.#lower = lower.filter(isHumanColumn).map(criterionOfColumn);
  }

  item(item: LoadedItem): LoadedItem {
    const record = jsonObject(item.record) ?? {};
    const scores = this.#scores(record);
    const criteria = this.#turnedScales(record);
    this.#see(record);
    return withMembers(item, { ...(scores && { scores }), ...(criteria && { criteria }) });
  }

  /** The last item, with a scale of numbers for every criterion that is judged in numbers and that nothing declares. */
  last(item: LoadedItem): LoadedItem {
    const missing = [...this.#judged].filter((criterion) => !this.#declared.has(criterion));
    if (missing.length === 0) return item;
    const own = jsonObject(jsonObject(item.record)?.criteria) ?? {};
    const added = missing.map((criterion) => [criterion, { scale: 'numbers', better: 'lower' }] as const);
    return withMembers(item, { criteria: { ...own, ...Object.fromEntries(added) } });
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

  /** The scales that the item declares, those of the criteria turned round; undefined where there are none of these. */
  #turnedScales({ criteria }: Fields): Fields | undefined {
    const own = jsonObject(criteria) ?? {};
    const scales = this.#lower.flatMap((criterion) => {
      const scale = Object.hasOwn(own, criterion) ? jsonObject(own[criterion]) : undefined;
      if (scale === undefined) return [];
      this.#declared.add(criterion);
      return [[criterion, { ...scale, better: 'lower' }] as const];
    });
    return scales.length === 0 ? undefined : { ...own, ...Object.fromEntries(scales) };
  }

  #see({ judgements }: Fields): void {
    if (!Array.isArray(judgements)) return;
    for (const one of judgements) {
      const { criterion = DEFAULT_TARGET, value } = jsonObject(one) ?? {};
      const name = this.#lower.find((lower) => lower === criterion);
      if (name !== undefined && typeof value === 'number') this.#judged.add(name);
    }
  }
}

/** The item with some members set, in its line too. */
function withMembers(item: LoadedItem, members: Fields): LoadedItem {
  const given = Object.entries(members);
  if (given.length === 0) return item;
  const text = given.reduce(
    (line, [name, value]) => setMember(line, name, JSON.stringify(value)),
    item.text ?? item.line!.text,
  );
  return { record: { ...item.record, ...members }, origin: item.origin, text };
}
