import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Commands that make what other examples read. */
export const PREPARATION = [
  'npx goldpan compare pilot.jsonl --metrics chrF --replicates 20 --json > compare.json',
  'npx goldpan plan pilot.jsonl --selector random --replicates 20 --json > plan.json',
  'npx goldpan convert selected.jsonl --to label-studio -o tasks.json',
  'mkdir -p .config/fish/completions',
];

/** Answers the tasks that were exported, as two raters would. */
export function answerTasks(folder: string): void {
  const tasks: object[] = JSON.parse(readFileSync(join(folder, 'tasks.json'), 'utf8'));
  const answered = tasks.map((task, at) => ({
    ...task,
    annotations: [1, 2].map((rater) => ({
      completed_by: rater,
      lead_time: 5 + (at % 7),
      result: [{ from_name: 'score', type: 'number', value: { number: (at * 13 + rater * 5) % 100 } }],
    })),
  }));
  writeFileSync(join(folder, 'returned.json'), JSON.stringify(answered));
}
