/**
 * Share of the mutants that tests find out, and what a sample says of all of them: Wilson's interval at 95 %. A mutant that never
 * ends is found out too; those that a clock had to stop are counted apart.
 */
export function scoreOf(outcomes, all) {
  const count = (outcome) => outcomes.filter((one) => one === outcome).length;
  const found = count('Killed') + count('Timeout');
  const of = outcomes.length - count('Static');
  const percent = (100 * found) / of;
  const parts = [`${found} of ${of} mutants found out, ${percent.toFixed(1)} %`];
  if (outcomes.length < all) parts.push(`95 % interval ${wilson(found, of)} for all ${all}`);
  parts.push(`${count('NoCoverage')} that no test reaches`, `${count('Timeout')} by the clock`);
  parts.push(`${count('Static')} that only loading reaches left out`);
  return { percent, text: parts.join('; ') };
}

/** Wilson's score interval of a share, in percent. */
function wilson(found, of) {
  const z = 1.959963984540054;
  const share = found / of;
  const centre = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const ends = [centre - half, centre + half].map((end) => (100 * end) / (1 + z ** 2 / of));
  return ends.map((end) => end.toFixed(1)).join(' to ');
}
