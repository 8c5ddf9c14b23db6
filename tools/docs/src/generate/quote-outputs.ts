import { runCommand } from '../commands/run-command.js';
import { shellLines } from '../commands/shell-lines.js';
import { withFolder } from '../commands/with-folder.js';
import { fences, type Fence } from '../markdown/fences.js';
import { replaceCode } from './replace-code.js';

const quoting = /^output(?: of: (.+?))?(?:, (?:first (\d+) lines|section (.+)))?$/;

/**
 * A document with fresh output in its blocks marked `<!-- output -->` (of the last command of the shell block above) or
 * `<!-- output of: command -->`; `, first 20 lines` quotes the beginning, `, section Selectors` what
 * stands below that line up to the next empty one. Shell blocks above an output and those marked
 * `<!-- run -->` are carried out in the order of the document, in a folder of their own.
 *
 * @throws Error when a command fails
 */
export async function quoteOutputs(text: string): Promise<string> {
  const blocks = fences(text);
  if (!blocks.some(({ mark }) => mark !== undefined && quoting.test(mark))) return text;
  return withFolder(async (folder) => {
    const fresh = new Map<Fence, string>();
    for (const [b, fence] of blocks.entries()) {
      if (fence.mark === 'run') await outputOf(fence.code, folder);
      const match = quoting.exec(fence.mark ?? '');
      if (match === null) continue;
      const [, command, lines, section] = match;
      const output = await outputOf(command ?? shellAbove(blocks, b), folder);
      fresh.set(fence, section === undefined ? firstLines(output, lines) : sectionOf(output, section));
    }
    return replaceCode(text, fresh);
  });
}

function shellAbove(blocks: readonly Fence[], below: number): string {
  const shell = blocks.slice(0, below).findLast(({ lang, mark }) => lang === 'sh' && mark === undefined);
  if (shell === undefined) throw new Error(`line ${blocks[below].line}: no shell block above the output`);
  return shell.code;
}

/** Runs the commands of a block; the output of the last one. */
async function outputOf(code: string, folder: string): Promise<string> {
  let last = '';
  for (const command of shellLines(code)) {
    const { output, problem } = await runCommand(command, folder);
    if (problem !== undefined) throw new Error(`${command.join(' ')}: ${problem}`);
    last = output;
  }
  return `${last.trimEnd()}\n`;
}

function firstLines(output: string, lines: string | undefined): string {
  const all = output.split('\n');
  if (lines === undefined || all.length - 1 <= Number(lines)) return output;
  return `${all.slice(0, Number(lines)).join('\n').trimEnd()}\n…\n`;
}

function sectionOf(output: string, title: string): string {
  const lines = output.split('\n');
  const start = lines.indexOf(title) + 1;
  const end = lines.indexOf('', start);
  if (start === 0) throw new Error(`the output has no section ${title}`);
  return `${lines.slice(start, end).join('\n')}\n`;
}
