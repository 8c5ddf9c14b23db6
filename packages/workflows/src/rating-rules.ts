import { RATING_RULES, type Judgements, type RatingRule, type RuleOf } from '@goldpan/core';
import { unknownCriterion, unknownRule } from './errors.js';

/**
 * The rules that are named, `median` for all criteria and `fluency=mean` for one, as a function of the criterion; undefined where none is.
 *
 * @throws UNKNOWN_RULE
 */
export function ratingRules(named: readonly string[] = []): RuleOf | undefined {
  if (named.length === 0) return undefined;
  const byCriterion = new Map<string | undefined, RatingRule>();
  for (const text of named) {
    const at = text.lastIndexOf('=');
    const rule = text.slice(at + 1);
    if (!isRule(rule)) throw unknownRule(text);
    byCriterion.set(at < 0 ? undefined : text.slice(0, at), rule);
  }
  return (criterion) => byCriterion.get(criterion) ?? byCriterion.get(undefined);
}

/** @throws UNKNOWN_CRITERION where a rule is named for a criterion that judgements do not have */
export function requireRuled(named: readonly string[] = [], judgements: Judgements | undefined): void {
  if (judgements === undefined) return;
  const known = judgements.criteria.map(({ name }) => name);
  for (const text of named) {
    const at = text.lastIndexOf('=');
    if (at >= 0 && !known.includes(text.slice(0, at))) throw unknownCriterion(text.slice(0, at), known);
  }
}

function isRule(text: string): text is RatingRule {
  return (RATING_RULES as readonly string[]).includes(text);
}
