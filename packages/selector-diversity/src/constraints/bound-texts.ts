/** A group, or the budget where there is none. */
export interface BoundOwner {
  readonly by?: string;
  readonly group?: string;
}

interface Bound extends BoundOwner {
  readonly side: 'min' | 'max';
  readonly bound: number;
}

/** More groups of one column with one bound than this are counted, not listed. */
const LISTED = 4;

/** Bounds as they are typed; many of one kind as one text: `doc:max=2 in 85 groups`. */
export function boundTexts(bounds: readonly Bound[]): string[] {
  const kindOf = ({ by, side, bound }: Bound) => `${by}:${side}=${bound}`;
  const kinds = [...new Set(bounds.map(kindOf))];
  return kinds.flatMap((kind) => {
    const own = bounds.filter((bound) => kindOf(bound) === kind);
    if (own[0].by === undefined) return [`the budget of ${own[0].bound}`];
    if (own.length > LISTED) return [`${kind} in ${own.length} groups`];
    return own.map(({ by, group, side, bound }) => `${by}=${group}:${side}=${bound}`);
  });
}
