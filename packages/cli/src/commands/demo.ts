import { Command } from '@commander-js/extra-typings';
import { demo } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { demoData } from '../demo-data.js';
import { demoStory } from '../demo/story.js';
import { examples } from '../examples.js';
import { paintOf } from '../paint.js';
import { shared } from '../shared-options.js';

/** `goldpan demo`: the whole story on the data that ships with the package. */
export function demoCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('demo')
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
