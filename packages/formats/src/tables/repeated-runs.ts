import type { Giver, PerAnnotator } from './per-annotator.js';

/** Before the number of a run, where annotators have their names. */
const RUN = '\u0000';

/** What stands for a run where annotators have their names. */
export function runName(repeat: number): string {
  return `${RUN}${repeat}`;
}

export function isRun(name: string): boolean {
  return name.startsWith(RUN);
}

/** The first run that has no score of an item yet. */
export function nextRun(byAnnotator: PerAnnotator | undefined, item: number): string {
  let run = 1;
  while (byAnnotator?.get(runName(run))?.has(item)) run++;
  return runName(run);
}

/** Items with scores of more than one run. */
export function repeatedCells(byAnnotator: PerAnnotator, items: number): number {
  const runs = runsIn(byAnnotator);
  let cells = 0;
  for (let item = 0; runs.length > 1 && item < items; item++)
    if (runs.filter(([, column]) => column.has(item)).length > 1) cells++;
  return cells;
}

/** The runs of a cell as judgements, turned round as their metric is; a single run is the score itself. */
export function repeatRecords(
  item: number,
  {
    system,
    metric,
    givers,
    scoreOf = (value) => value,
  }: {
    system: string;
    metric: string;
    givers: readonly Giver[];
    scoreOf?: (value: number) => number;
  },
): object[] {
  const runs = givers.filter(([name]) => isRun(name));
  if (runs.length < 2) return [];
  return runs.map(([name, column]) => {
    const repeat = Number(name.slice(RUN.length));
    return { system, repeat, criterion: metric, value: scoreOf(column.value(item)) };
  });
}

function runsIn(byAnnotator: PerAnnotator): Giver[] {
  return [...byAnnotator].filter(([name]) => isRun(name));
}
