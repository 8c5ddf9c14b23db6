import { spawnSync } from 'node:child_process';
import { startInBackground, type Background } from '../commands/background.js';
import { answerTasks, PREPARATION } from '../commands/stand-in-results.js';
import { typedLines } from '../commands/typed-lines.js';
import { placeStandIns } from '../commands/stand-ins.js';
import { withFolder } from '../commands/with-folder.js';
import { withRedis } from '../commands/with-redis.js';
import { fences } from '../markdown/fences.js';
import type { Document } from '../paths.js';

/** The pages whose commands run on files of the repository; those of the other packages speak of the reader's own. */
const PAGES = /^(README\.md|docs\/.*|examples\/\d.*|packages\/cli\/README\.md)$/;

/**
 * Command lines that fail when they are typed: every `npx goldpan …` of the pages, in the order of a page, on the files that a
 * clone has; and every example that `--help` shows, on files of the names it uses. They run in a shell, in a folder whose
 * `examples` and `node_modules` are those of the workspace, which must be built. Lines for many machines have a Redis of their own; where
 * there is none they are left out, which is said. A worker that is started goes on to the end of its page.
 */
export async function checkTyped(documents: readonly Document[]): Promise<string[]> {
  return withRedis(async (redis) => {
    if (redis === undefined) console.log('  left out: lines for many machines, as no redis-server is here');
    const problems: string[] = [];
    for (const { path, text } of documents) {
      if (!PAGES.test(path)) continue;
      const blocks = fences(text).filter(({ mark }) => !mark?.startsWith('output'));
      const lines = blocks.flatMap(({ code }) => typedLines(code));
      await withFolder(async (folder) => {
        problems.push(...(await problemsOf(lines, { folder, redis, where: path })));
      });
    }
    return [...problems, ...(await checkHelp(redis))];
  });
}

async function checkHelp(redis: string | undefined): Promise<string[]> {
  return withFolder(async (folder) => {
    placeStandIns(folder);
    const where = 'what the examples read';
    const unprepared = await problemsOf(PREPARATION, { folder, redis, where });
    if (unprepared.length > 0) return unprepared;
    answerTasks(folder);
    const help = (command: string) => type(`npx goldpan ${command} --help`, folder).stdout;
    const commands = [...help('').matchAll(/^ {2}([a-z][a-z-]+)(?= )/gm)].map(([, name]) => name);
    const problems: string[] = [];
    for (const command of commands) {
      const lines = typedLines(help(command)).map((line) => `npx ${line}`);
      problems.push(...(await problemsOf(lines, { folder, redis, where: `goldpan ${command} --help` })));
    }
    return problems;
  });
}

/** The address that lines for many machines have. */
const REDIS = 'redis://localhost:6379';

interface Place {
  readonly folder: string;
  readonly where: string;
  /** The Redis that is there in place of the one that lines name. */
  readonly redis: string | undefined;
}

/** What is wrong with lines that are typed one after the other. */
async function problemsOf(lines: readonly string[], { folder, redis, where }: Place): Promise<string[]> {
  const problems: string[] = [];
  const background: Background[] = [];
  for (const line of lines) {
    if (line.includes(REDIS) && redis === undefined) continue;
    const typed = line.replaceAll(REDIS, redis ?? REDIS);
    if (/\bgoldpan worker\b/.test(typed)) {
      const worker = await startInBackground(typed, {
        folder,
        ready: /listens to/,
        env: environment(folder),
      });
      background.push(worker);
      if (worker.problem !== undefined) problems.push(`${where}: ${line}: ${worker.problem}`);
    } else problems.push(...problemOf(typed, { folder, where }));
  }
  for (const one of background) one.end();
  return problems;
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
    env: environment(folder),
  });
}

function environment(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, HOME: folder, CI: 'true', NO_COLOR: '1', FORCE_COLOR: undefined };
}
