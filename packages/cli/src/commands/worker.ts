import { Command } from '@commander-js/extra-typings';
import { loadRegistry } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { executorBullmq } from '../executor-bullmq.js';
import { positiveWholeNumber, shared } from '../shared-options.js';

/** `goldpan worker`: makes replicates for `plan` and `compare` on other machines. */
export function workerCommand(context: CommandContext) {
  return new Command('worker')
    .addOption(shared.redis())
    .option('--workers <number>', 'threads for each simulation; default: one per core', positiveWholeNumber)
    .addOption(shared.plugin())
    .addOption(shared.quiet())
    .addHelpText(
      'after',
      '\nNo code comes from Redis: simulations name plugins, and those that are not installed here, built in or named\nwith --plugin, in the same version, are refused. Ctrl-C ends it.\n',
    )
    .addHelpText(
      'after',
      examples(
        'goldpan worker --redis redis://localhost:6379',
        'goldpan plan pilot.jsonl --selector random --executor bullmq --redis redis://localhost:6379',
      ),
    )
    .action((flags) =>
      ask(context, flags, async (asked) => {
        const { redisAddress, runWorker } = await executorBullmq();
        const redis = redisAddress(flags.redis, process.env);
        const registry = await loadRegistry(asked);
        const plugins = registry.plugins.map(({ specifier }) => specifier);
        const { signal } = context.terminal;
        await runWorker({ redis, plugins, threads: flags.workers, signal, onNote: asked.onNote });
      }),
    );
}
