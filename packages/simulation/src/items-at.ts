/** The number of items that a share of them is: rounded down, at least 1. */
export function itemsAt(share: number, items: number): number {
  // Shares come from percentages: a product a rounding error below a whole number is that number.
  return Math.max(1, Math.floor(share * items + 1e-9));
}
