/**
 * What ratings say: names, an order, distances, or proportions.
 *
 * Differences are 0 or 1 (`nominal`), of ranks (`ordinal`), of values (`interval`), or (a − b)/(a + b) (`ratio`).
 */
export type Scale = 'nominal' | 'ordinal' | 'interval' | 'ratio';
