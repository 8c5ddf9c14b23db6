import type { Registry } from '@goldpan/core';
import { commandProblem } from '../commands/command-problem.js';
import { goldpanArguments, shellLines } from '../commands/shell-lines.js';
import { fences } from '../markdown/fences.js';
import type { Document } from '../paths.js';

const shells = new Set(['', 'sh', 'bash', 'shell', 'console']);

/** Lines `goldpan …` and `npx goldpan …` of shell blocks that the command would refuse. */
export async function checkCommands(documents: readonly Document[], registry: Registry): Promise<string[]> {
  const problems: string[] = [];
  for (const { path, text } of documents) {
    for (const { lang, code, line, mark } of fences(text)) {
      if (!shells.has(lang) || mark?.startsWith('output')) continue;
      for (const command of shellLines(code)) {
        const args = goldpanArguments(command);
        const problem = args && (await commandProblem(args, registry));
        if (problem) problems.push(`${path}:${line}: ${command.join(' ')}: ${problem}`);
      }
    }
  }
  return problems;
}
