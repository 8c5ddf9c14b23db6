import { DEFAULT_TARGET, isHumanColumn } from '@goldpan/core';

/** The part of a loader's options that says how scores become metrics and targets. */
export interface ScoreNameOptions {
  readonly human: readonly string[];
  readonly 'lower-is-better': readonly string[];
}

/** What a score is called in a dataset, and its sign there. */
export interface ScoreName {
  readonly metric: string;
  readonly sign: 1 | -1;
}

/** A function that turns scores round that are better when they are lower, and leaves the others. */
export function turnedRound(lower: readonly string[]): (name: string) => ScoreName {
  return scoreNames({ human: [], 'lower-is-better': lower });
}

/**
 * Makes the function that names scores: human ones become the target, and lower-is-better ones are turned round. What people judged keeps its
 * name: their judgements go by it.
 */
export function scoreNames(options: ScoreNameOptions): (name: string) => ScoreName {
  const { human, 'lower-is-better': lower } = options;
  const known = new Map<string, ScoreName>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) {
      const sign = lower.includes(name) ? -1 : 1;
      const isNamed = human.length > 1 && !isHumanColumn(name);
      const target = isNamed ? `${DEFAULT_TARGET}_${name}` : human.length > 1 ? name : DEFAULT_TARGET;
      const metric = sign === -1 && !isHumanColumn(name) ? `neg-${name}` : name;
      known.set(name, (found = { metric: human.includes(name) ? target : metric, sign }));
    }
    return found;
  };
}
