import { Command } from '@commander-js/extra-typings';
import { fileURLToPath } from 'node:url';
import { demoFacts, loadItems, loadRegistry } from '@goldpan/workflows';
import { demoStory } from '../demo/story.js';
import { paintOf } from '../paint.js';
import { progressLine } from '../progress.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../command-context.js';
import { surroundingsOf } from '../surroundings.js';
import { shared } from '../shared-options.js';
import { version } from '../version.js';

/** Real data that travels with this package: REALSumm, CC BY 4.0. */
const demoData = fileURLToPath(new URL('../../data/realsumm.jsonl.gz', import.meta.url));

/** `goldpan demo`: the whole story on the data that ships with the package. */
export function demoCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('demo')
    .description(
      'Tell the whole story on real data that ships with Goldpan: 100 news articles, 25 summarisers.',
    )
    .addOption(shared.workers())
    .addOption(shared.seed())
    .addOption(shared.json())
    .addOption(shared.quiet())
    .addHelpText('after', examples('goldpan demo', 'goldpan demo --json'))
    .action(async (flags) => {
      const surroundings = surroundingsOf(context, flags);
      const registry = await loadRegistry(surroundings);
      const file = await loadItems(demoData, { ...flags, ...surroundings });
      const progress = progressLine(terminal, 'simulating', flags.quiet);
      const facts = await demoFacts(file.dataset, registry, flags.seed, {
        workers: flags.workers,
        signal: terminal.signal,
        onProgress: progress.update,
      });
      progress.clear();
      if (flags.json)
        terminal.out(
          `${JSON.stringify({ goldpan: version, command: 'demo', seed: flags.seed, ...facts })}\n`,
        );
      else terminal.out(demoStory(facts, { width: terminal.width, paint: paintOf(terminal) }));
    });
}
