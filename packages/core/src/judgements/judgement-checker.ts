import { invalidItem, invalidJudgement } from '../errors.js';
import { showValue } from '../show-value.js';
import { NameIndex } from '../name-index.js';
import { checkCopies } from './check-copies.js';
import { JudgedCells } from './judged-cells.js';
import { judgementFields, outputsOf, type JudgementFields } from './judgement-fields.js';
import { hasLevels, misfit, readScale, type JudgementScale } from './judgement-scale.js';
import type { Criterion } from './judgements.js';
import { undeclaredMisfit } from './undeclared-misfit.js';

/** What an item says of judgements: declared scales, and the judgements. */
export interface ItemJudgements {
  readonly scales: ReadonlyMap<string, JudgementScale>;
  readonly judgements: readonly JudgementFields[];
}

/** What the judgements of an item are held against. */
interface ItemSoFar {
  readonly scales: ReadonlyMap<string, JudgementScale>;
  /** Whether criteria that are new with the item are measured by repeated runs. */
  readonly repeats: Map<string, boolean>;
  /** The first value of each criterion that is new with the item and has no scale. */
  readonly firsts: Map<string, number | string>;
}

/** Positions of raters and criteria take 16 bits. */
const MOST_NAMES = 2 ** 16 - 1;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks the judgements of items one by one, each against those before it: a rater judges a cell once, values fit the scale
 * of their criterion. Nothing of an item is kept before `accept`.
 */
export class JudgementChecker {
  readonly raters = new NameIndex();
  readonly #criteria = new Map<string, Criterion>();
  /** Numbers so far of criteria whose scale is not declared: a later declaration must fit them. */
  readonly #numbers = new Map<string, { low: number; high: number; broken?: number }>();
  /** Whether a criterion is measured by repeated runs. */
  readonly #repeats = new Map<string, boolean>();

  /** The criteria so far, in the order in which they first occurred. */
  get criteria(): Criterion[] {
    return [...this.#criteria.values()].map((criterion) =>
      this.#repeats.get(criterion.name) ? { ...criterion, repeats: true } : criterion,
    );
  }

  /** @throws INVALID_ITEM, INVALID_JUDGEMENT */
  check(record: Fields, where: string): ItemJudgements | undefined {
    if (record.judgements === undefined && record.criteria === undefined) return undefined;
    const scales = this.#scales(record.criteria, where);
    const judgements = judgementFields(record, where) ?? [];
    const cells = new JudgedCells(judgements);
    const soFar = { scales, repeats: new Map<string, boolean>(), firsts: new Map<string, number | string>() };
    for (const judgement of judgements) {
      if (!cells.take(judgement)) throw judgedTwice(judgement, where);
      this.#checkOne(judgement, soFar, where);
    }
    const copy = checkCopies(judgements, outputsOf(record));
    if (copy !== undefined) throw refusalOf(copy.judgement, where)(copy.problem, copy.advice);
    return scales.size === 0 && judgements.length === 0 ? undefined : { scales, judgements };
  }

  /** Keeps the names and scales of an item that was found right. @throws INVALID_JUDGEMENT where there are too many */
  accept({ scales, judgements }: ItemJudgements, where: string): void {
    for (const [name, scale] of scales) this.#criteria.set(name, { name, scale, declared: true });
    let rater = -1;
    for (const judgement of judgements) {
      rater = this.raters.place(judgement.rater, rater + 1);
      this.#learn(judgement);
      const many = this.raters.names.length > MOST_NAMES || this.#criteria.size > MOST_NAMES;
      if (many) throw tooMany(judgement, { where, raters: this.raters.names.length });
    }
  }

  /** Keeps the scales that an item declares, though the item itself is refused; what cannot be one is left out. */
  declare({ criteria }: Fields): void {
    if (typeof criteria !== 'object' || criteria === null || Array.isArray(criteria)) return;
    for (const [name, value] of Object.entries(criteria)) {
      const scale = readScale(value);
      if (typeof scale === 'string' || this.#contradiction(name, scale) !== undefined) continue;
      this.#criteria.set(name, { name, scale, declared: true });
    }
  }

  #scales(criteria: unknown, where: string): Map<string, JudgementScale> {
    const scales = new Map<string, JudgementScale>();
    if (criteria === undefined || criteria === null) return scales;
    if (typeof criteria !== 'object' || Array.isArray(criteria)) {
      const problem = `"criteria" must be an object of scales; got ${showValue(criteria)}`;
      throw invalidItem(where, problem, 'write {"fluency": {"scale": "stars", "max": 5}}');
    }
    for (const [name, value] of Object.entries(criteria)) {
      const scale = readScale(value);
      const problem = typeof scale === 'string' ? scale : this.#contradiction(name, scale);
      if (problem !== undefined)
        throw invalidItem(where, `criterion ${JSON.stringify(name)} ${problem}`, 'mend "criteria"');
      scales.set(name, scale as JudgementScale);
    }
    return scales;
  }

  /** Why a scale cannot be that of a criterion, by what was declared or judged before. */
  #contradiction(name: string, scale: JudgementScale): string | undefined {
    const known = this.#criteria.get(name);
    if (known === undefined) return undefined;
    if (known.declared)
      return JSON.stringify(known.scale) === JSON.stringify(scale)
        ? undefined
        : 'must be declared alike everywhere; an earlier item declares another scale';
    const { low, high, broken = low } = this.#numbers.get(name) ?? { low: 0, high: 0 };
    const seen = hasLevels(known.scale) ? known.scale.levels : [low, high, broken];
    const odd = seen.find((value) => misfit(scale, value) !== undefined);
    return odd === undefined
      ? undefined
      : `must be declared so that the judgements before it fit: ${misfit(scale, odd)}; there is ${showValue(odd)}`;
  }

  #checkOne(judgement: JudgementFields, { scales, repeats, firsts }: ItemSoFar, where: string): void {
    const { criterion, value } = judgement;
    const isRepeat = judgement.repeat !== undefined;
    const wasRepeat = this.#repeats.get(criterion) ?? repeats.get(criterion);
    if (wasRepeat === undefined) repeats.set(criterion, isRepeat);
    else if (wasRepeat !== isRepeat)
      throw refusalOf(judgement, where)(
        'a criterion is judged by raters or measured in repeats, not both; an earlier judgement is of the other kind',
        'give one of them another criterion',
      );
    const known = this.#criteria.get(criterion);
    const scale = scales.get(criterion) ?? known?.scale;
    if (scale === undefined) {
      const first = firsts.get(criterion) ?? value;
      firsts.set(criterion, first);
      if (typeof first === typeof value) return;
      throw refusalOf(judgement, where)(
        `"value" must be a ${typeof first === 'string' ? 'text' : 'number'} like that before it; got ${showValue(value)}`,
        'mend the value, or give it a criterion of its own',
      );
    }
    const requirement =
      known !== undefined && !known.declared && !scales.has(criterion)
        ? undeclaredMisfit(scale, value)
        : misfit(scale, value);
    if (requirement !== undefined)
      throw refusalOf(judgement, where)(
        `"value" must be ${requirement}; got ${showValue(value)}`,
        'mend the value, or the scale in "criteria"',
      );
  }

  #see(name: string, value: number): void {
    const seen = this.#numbers.get(name);
    if (seen === undefined) this.#numbers.set(name, { low: value, high: value, ...brokenOf(value) });
    else {
      seen.low = Math.min(seen.low, value);
      seen.high = Math.max(seen.high, value);
      if (!Number.isInteger(value)) seen.broken = value;
    }
  }

  /** The criterion of a judgement, and where its scale is not declared, its level. */
  #learn({ criterion: name, value, repeat }: JudgementFields): void {
    const known = this.#criteria.get(name);
    this.#repeats.set(name, repeat !== undefined);
    if (known?.declared) return;
    if (typeof value === 'number') {
      this.#see(name, value);
      if (known === undefined)
        this.#criteria.set(name, { name, scale: { kind: 'numbers', better: 'higher' }, declared: false });
      return;
    }
    const levels = known !== undefined && hasLevels(known.scale) ? known.scale.levels : [];
    if (!levels.includes(value))
      this.#criteria.set(name, {
        name,
        scale: { kind: 'categories', levels: [...levels, value] },
        declared: false,
      });
  }
}

const brokenOf = (value: number) => (Number.isInteger(value) ? {} : { broken: value });

function refusalOf({ system, rater, criterion }: JudgementFields, where: string) {
  return (problem: string, advice: string) =>
    invalidJudgement({ where, system, rater, criterion }, problem, advice);
}

function judgedTwice(judgement: JudgementFields, where: string) {
  return refusalOf(judgement, where)(
    'a rater judges a cell once for each criterion; an earlier judgement of the item is of the same',
    'take one of them out, or give repeats raters of their own',
  );
}

function tooMany(judgement: JudgementFields, { where, raters }: { where: string; raters: number }) {
  const what = raters > MOST_NAMES ? 'raters' : 'criteria';
  return refusalOf(judgement, where)(
    `there may be at most ${MOST_NAMES} ${what}; this one is more`,
    `check that "${what === 'raters' ? 'rater' : 'criterion'}" is the right field and not an identifier of its own for each row`,
  );
}
