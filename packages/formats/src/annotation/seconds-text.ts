/** Seconds as people write them: `12.3 s`. */
export function secondsText(seconds: number): string {
  return `${Number(seconds.toFixed(1))} s`;
}
