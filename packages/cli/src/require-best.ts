import type { RankDocument } from '@goldpan/core';
import { exitCode } from './exit-code.js';

/** What `--require-best` answers. */
export interface RequiredBest {
  readonly code: number;
  /** For standard error; '' where there is nothing to say. */
  readonly text: string;
}

/**
 * Whether somebody is surely best by every criterion that was named, or where none was, by the first one of the ranking: that of `human`, if
 * there is such a column. Says which criteria are open, and which were not looked at.
 *
 * @param isNamed - whether criteria were named
 */
export function requiredBest(result: RankDocument, isNamed: boolean): RequiredBest {
  const others = result.others ?? [];
  const open = [result, ...(isNamed ? others : [])].filter(({ verdict }) => !verdict.decided);
  const parts = [
    ...(open.length > 0 ? [`Nobody is surely best by ${quoted(open)}.`] : []),
    ...(others.length > 0 && !isNamed
      ? [`Only ${quoted([result])} was looked at, not ${quoted(others)}: name what counts with --target.`]
      : []),
  ];
  return {
    code: open.length > 0 ? exitCode.negative : exitCode.done,
    text: parts.length > 0 ? `--require-best: ${parts.join(' ')}\n` : '',
  };
}

function quoted(rankings: readonly { readonly criterion: string }[]): string {
  return rankings.map(({ criterion }) => JSON.stringify(criterion)).join(', ');
}
