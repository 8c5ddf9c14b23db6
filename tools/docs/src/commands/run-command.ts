import { main } from 'goldpan';
import { spawnSync } from 'node:child_process';
import { goldpanArguments } from './shell-lines.js';

/** What a command printed on standard output. */
export interface CommandResult {
  readonly output: string;
  /** What went wrong, if something did. */
  readonly problem?: string;
}

/**
 * Carries out a command of the documentation: `goldpan …` (in this process), `npm start` (which ends in `goldpan demo`) or
 * `node SCRIPT`, which runs on the source of the packages.
 *
 * @param folder - where it runs
 */
export async function runCommand(command: readonly string[], folder: string): Promise<CommandResult> {
  const args = command.join(' ') === 'npm start' ? ['demo'] : goldpanArguments(command);
  if (args !== undefined) return runGoldpan(args, folder);
  if (command[0] === 'node') return runScript(command.slice(1), folder);
  return { output: '', problem: `do not know how to run ${command.join(' ')}` };
}

async function runGoldpan(args: readonly string[], folder: string): Promise<CommandResult> {
  let output = '';
  let messages = '';
  const code = await main(args, {
    out: (text) => void (output += text),
    err: (text) => void (messages += text),
    color: false,
    width: 100,
    interactive: false,
    signal: new AbortController().signal,
    folder,
  });
  // 1 is a negative answer: a goal that is not reached.
  return { output, problem: code > 1 ? `exit code ${code}: ${messages}` : undefined };
}

function runScript(args: readonly string[], folder: string): CommandResult {
  const flags = ['--conditions=@goldpan/source', '--import', import.meta.resolve('tsx')];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return { output: stdout, problem: status === 0 ? undefined : `exit code ${status}: ${stderr}` };
}
