/** A probability as prose has it: `P = .97`, `P > .99`; never 0 or 1, which draws cannot show. */
export function probabilityText(value: number): string {
  if (value > 0.995) return 'P > .99';
  if (value < 0.005) return 'P < .01';
  return `P = ${value.toFixed(2).slice(1)}`;
}

/** An amount in units of the judgements, to three digits that count. */
export function amountText(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A margin rounded up to two digits that count, so that it is not less than what was found. */
export function marginText(value: number): string {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return String(Number((Math.ceil(value / unit) * unit).toPrecision(2)));
}

/** Names as prose has them: `A`, `A, B and C`. */
export function namesText(names: readonly string[]): string {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
