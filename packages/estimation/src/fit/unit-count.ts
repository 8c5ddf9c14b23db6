/** How many independent units there are, which are numbered from 0. O(n). */
export function unitCountOf(units: Uint32Array): number {
  return 1 + units.reduce((most, unit) => Math.max(most, unit), -1);
}
