import { program } from 'goldpan/definitions';
import { describeOptions, type Registry } from '@goldpan/core';

/**
 * What is wrong with the arguments of `goldpan`, held against the real definitions of its commands without carrying any out.
 *
 * @param registry - the selectors that come with the command
 * @returns undefined where nothing is wrong
 */
export async function commandProblem(
  args: readonly string[],
  registry: Registry,
): Promise<string | undefined> {
  let message = '';
  let problem: string | undefined;
  const err = (text: string) => void (message += text);
  const terminal = { out() {}, err, color: false, width: 100, interactive: false, folder: '.' };
  const root = await program({
    terminal: { ...terminal, signal: new AbortController().signal },
    config: { plugins: [], defaults: {} },
    answer() {},
  });
  for (const command of root.commands) {
    command.action(() => {
      problem = selectorProblem(command.opts(), registry);
    });
  }
  try {
    await root.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if ((error as { exitCode?: number }).exitCode !== 0) return message.trim() || String(error);
  }
  return problem;
}

interface SelectorFlags {
  readonly selector?: string;
  readonly plugin?: readonly string[];
  readonly option?: Readonly<Record<string, string>>;
}

/** An unknown selector or option; whatever a further plugin brings is not looked at. */
function selectorProblem(
  { selector, plugin, option }: SelectorFlags,
  registry: Registry,
): string | undefined {
  if (typeof selector !== 'string' || plugin?.length) return undefined;
  const known = registry.selectors.find(({ name }) => name === selector);
  if (known === undefined) return `there is no selector ${selector}`;
  const names = describeOptions(known.options).map(({ name }) => name);
  const unknown = Object.keys(option ?? {}).find((name) => !names.includes(name));
  return unknown && `selector ${selector} has no option ${unknown}`;
}
