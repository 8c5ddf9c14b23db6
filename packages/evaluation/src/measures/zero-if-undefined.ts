/** Where either side ranks all systems alike there is nothing to correlate: 0. */
export function zeroIfUndefined(correlation: number): number {
  return Number.isNaN(correlation) ? 0 : correlation;
}
