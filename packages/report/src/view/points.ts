/** Sentences, each of which stands on its own. */
export interface Points {
  readonly kind: 'points';
  readonly name: string;
  readonly title: string;
  readonly points: readonly string[];
}
