/**
 * Share of the mutants that tests find out, and what the sample says of the whole: Wilson's interval at 95 %.
 * A mutant that never ends is found out; so is one that the clock stopped, which is why those are counted apart.
 */
export function scoreOf(results) {
  const count = (status) => results.filter((mutant) => mutant.status === status).length;
  const found = count('Killed') + count('Timeout');
  const of = found + count('Survived') + count('NoCoverage');
  const left = count('CompileError');
  const percent = (100 * found) / of;
  const parts = [`${found} of ${of} mutants found out, ${percent.toFixed(1)} %`];
  if (left > 0) parts.push(`95 % interval ${wilson(found, of)} for all ${of + left}`);
  parts.push(`${count('NoCoverage')} that no test reaches`, `${count('Timeout')} by time`);
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
