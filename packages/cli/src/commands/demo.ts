import { Command } from '@commander-js/extra-typings';
import { demo } from '@goldpan/workflows';
import { fileURLToPath } from 'node:url';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { demoStory } from '../demo/story.js';
import { examples } from '../examples.js';
import { paintOf } from '../paint.js';
import { shared } from '../shared-options.js';

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
      const facts = await ask(context, flags, (asked) => demo(demoData, { ...flags, ...asked }));
      if (flags.json) terminal.out(`${JSON.stringify(facts)}\n`);
      else terminal.out(demoStory(facts, { width: terminal.width, paint: paintOf(terminal) }));
    });
}
