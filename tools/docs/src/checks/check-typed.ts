import { spawnSync } from 'node:child_process';
import { answerTasks, PREPARATION } from '../commands/stand-in-results.js';
import { typedLines } from '../commands/typed-lines.js';
import { placeStandIns } from '../commands/stand-ins.js';
import { withFolder } from '../commands/with-folder.js';
import { fences } from '../markdown/fences.js';
import type { Document } from '../paths.js';

/** The pages whose commands run on files of the repository; those of the other packages speak of the reader's own. */
const PAGES = /^(README\.md|docs\/.*|examples\/\d.*|packages\/cli\/README\.md)$/;

/**
 * Command lines that fail when they are typed: every `npx goldpan …` of the pages, in the order of a page, on the files that a
 * clone has; and every example that `--help` shows, on files of the names it uses. They run in a shell, in a folder whose
 * `examples` and `node_modules` are those of the workspace, which must be built.
 */
export async function checkTyped(documents: readonly Document[]): Promise<string[]> {
  const problems: string[] = [];
  for (const { path, text } of documents) {
    if (!PAGES.test(path)) continue;
    const blocks = fences(text).filter(({ mark }) => !mark?.startsWith('output'));
    const lines = blocks.flatMap(({ code }) => typedLines(code));
    await withFolder(async (folder) => {
      for (const line of lines) problems.push(...problemOf(line, { folder, where: path }));
    });
  }
  return [...problems, ...(await checkHelp())];
}

async function checkHelp(): Promise<string[]> {
  return withFolder(async (folder) => {
    placeStandIns(folder);
    const where = 'what the examples read';
    const unprepared = PREPARATION.flatMap((line) => problemOf(line, { folder, where }));
    if (unprepared.length > 0) return unprepared;
    answerTasks(folder);
    const help = (command: string) => type(`npx goldpan ${command} --help`, folder).stdout;
    const commands = [...help('').matchAll(/^ {2}([a-z][a-z-]+)(?= )/gm)].map(([, name]) => name);
    return commands.flatMap((command) =>
      typedLines(help(command)).flatMap((line) =>
        problemOf(`npx ${line}`, { folder, where: `goldpan ${command} --help` }),
      ),
    );
  });
}

/** What is wrong with a line: exit codes above 1, which says that the answer is no. */
function problemOf(line: string, { folder, where }: { folder: string; where: string }): string[] {
  const { status, stderr } = type(line, folder);
  return status === 0 || status === 1 ? [] : [`${where}: ${line}: exit code ${status}: ${stderr.trim()}`];
}

function type(line: string, folder: string) {
  return spawnSync(line, {
    cwd: folder,
    shell: true,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, HOME: folder, CI: 'true', NO_COLOR: '1', FORCE_COLOR: undefined },
  });
}
