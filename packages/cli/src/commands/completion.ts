import { Argument, Command } from '@commander-js/extra-typings';
import { plugins } from '@goldpan/workflows';
import { ask } from '../ask.js';
import { bashScript } from '../completion/bash-script.js';
import { commandWords } from '../completion/command-words.js';
import { fishScript } from '../completion/fish-script.js';
import { zshScript } from '../completion/zsh-script.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../command-context.js';
import { program } from '../program.js';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** `goldpan completion`: a script that lets a shell complete commands, flags and the names of selectors and cost models. */
export function completionCommand(context: CommandContext) {
  return new Command('completion')
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish'] as const))
    .addHelpText(
      'after',
      examples(
        'eval "$(goldpan completion bash)"      # in ~/.bashrc; zsh alike in ~/.zshrc',
        'goldpan completion fish > ~/.config/fish/completions/goldpan.fish',
      ),
    )
    .action(async (shell) => {
      const found = await ask(context, {}, plugins);
      const names = (kind: 'selectors' | 'costModels') =>
        found.plugins.flatMap((plugin) => plugin[kind].map(({ name }) => name));
      const selectors = names('selectors');
      const known = { '--selector': selectors, '--selectors': selectors, '--cost': names('costModels') };
      context.terminal.out(scripts[shell](commandWords(await program(context), known)));
    });
}
