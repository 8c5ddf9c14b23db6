import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { CommandContext } from './command-context.js';

/** A command as the overview shows it. */
export interface CommandEntry {
  readonly name: string;
  /** Its arguments, as its own definition has them. */
  readonly takes: string;
  readonly does: string;
  /** Its definition, with all that it needs: a call loads that of its own command only. */
  readonly load: () => Promise<(context: CommandContext) => CommandUnknownOpts>;
}

/** The commands, in the order of the overview. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'inspect',
    takes: '<items>',
    does: 'Show systems, metrics, missing cells, how metrics agree with the target, and which selectors can run.',
    load: async () => (await import('./commands/inspect.js')).inspectCommand,
  },
  {
    name: 'select',
    takes: '<items>',
    does: 'Which items to judge: a random sample, or those whose judgement tells most about the systems.',
    load: async () => (await import('./commands/select.js')).selectCommand,
  },
  {
    name: 'evaluate',
    takes: '<full> <subsets...>',
    does: 'Compare the result on one or several subsets with the result on all items.',
    load: async () => (await import('./commands/evaluate.js')).evaluateCommand,
  },
  {
    name: 'compare',
    takes: '<items>',
    does: 'Does picking help here? Every selector against random selection, with an interval on the gain.',
    load: async () => (await import('./commands/compare.js')).compareCommand,
  },
  {
    name: 'plan',
    takes: '<items>',
    does: 'Simulate how many items must be judged to reproduce the full-data result, with this selector and at random.',
    load: async () => (await import('./commands/plan.js')).planCommand,
  },
  {
    name: 'rank',
    takes: '<items> [judged]',
    does: 'Say who is best by the judged items, how sure that is, and how many more items would tell.',
    load: async () => (await import('./commands/rank.js')).rankCommand,
  },
  {
    name: 'agreement',
    takes: '<items>',
    does: 'Say how far raters agree on each criterion, what each rater does, which outputs are in dispute, and what carries the disagreement.',
    load: async () => (await import('./commands/agreement.js')).agreementCommand,
  },
  {
    name: 'report',
    takes: '<results...>',
    does: 'Put results (the JSON that other commands print with --json) together as one report.',
    load: async () => (await import('./commands/report.js')).reportCommand,
  },
  {
    name: 'irt',
    takes: '<items>',
    does: 'Fit an item response model: abilities of systems, difficulty, discrimination and information of items.',
    load: async () => (await import('./commands/irt.js')).irtCommand,
  },
  {
    name: 'train-source',
    takes: '<past...>',
    does: 'Learn from past evaluations which source texts are worth judging, before any system has run.',
    load: async () => (await import('./commands/train-source.js')).trainSourceCommand,
  },
  {
    name: 'fit-cost',
    takes: '<items>',
    does: 'Learn what judging an item costs from items with a "cost", or with judgements that say how long they took.',
    load: async () => (await import('./commands/fit-cost.js')).fitCostCommand,
  },
  {
    name: 'convert',
    takes: '<input...>',
    does: 'Read evaluation data of one format and write it in another; also annotation tasks, and judgements back.',
    load: async () => (await import('./commands/convert.js')).convertCommand,
  },
  {
    name: 'plugins',
    takes: '',
    does: 'List the selectors, cost models and formats of plugins, with their needs and options.',
    load: async () => (await import('./commands/plugins.js')).pluginsCommand,
  },
  {
    name: 'worker',
    takes: '',
    does: 'Make replicates for plan and compare that are called on other machines with --executor bullmq.',
    load: async () => (await import('./commands/worker.js')).workerCommand,
  },
  {
    name: 'demo',
    takes: '',
    does: 'Tell the whole story on real data that ships with Goldpan: 100 news articles, 25 summarisers.',
    load: async () => (await import('./commands/demo.js')).demoCommand,
  },
  {
    name: 'completion',
    takes: '<shell>',
    does: 'Print a script with which your shell completes goldpan’s commands and flags.',
    load: async () => (await import('./commands/completion.js')).completionCommand,
  },
];
