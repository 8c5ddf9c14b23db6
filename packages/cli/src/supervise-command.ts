import { Worker } from 'node:worker_threads';
import { exitCode } from './exit-code.js';
import { printerTo } from './printer.js';
import { processScreen, type Screen } from './terminal.js';

/** What the thread of a command is given. */
export interface CommandInput {
  readonly args: readonly string[];
  readonly screen: Screen;
}

/** What it tells: text for either stream, or, at last, the exit code. Told anything itself, it is to end its work. */
export type CommandMessage = { readonly out: string } | { readonly err: string } | { readonly code: number };

/** Work that does not look at the signal is ended after this many milliseconds. */
const GRACE = 1000;

/**
 * Runs a command in a thread of its own and waits for its end, so that this thread has nothing to do but to answer: Ctrl-C ends the
 * program whatever the command is busy with, and a command that runs out of memory, or ends the thread, is spoken for.
 *
 * @returns the exit code
 */
export function superviseCommand(args: readonly string[]): Promise<number> {
  const worker = startCommand({ args, screen: processScreen(args) });
  endOnSignals(worker);
  const [out, err] = [process.stdout, process.stderr].map((stream) => printerTo(stream, endWithoutReader));
  return new Promise((resolve) => {
    const end = (code: number) => {
      resolve(code);
      // What a plugin left running ends with the command.
      void worker.terminate();
    };
    worker
      .on('message', (message: CommandMessage) => {
        if ('code' in message) end(message.code);
        else if ('out' in message) out(message.out);
        else err(message.err);
      })
      .on('error', (error) => {
        process.stderr.write(faultOf(error));
        end((error as { code?: string }).code === OUT_OF_MEMORY ? exitCode.usage : exitCode.internal);
      })
      .on('exit', () => end(exitCode.internal));
  });
}

/** From source the thread's file is TypeScript, which needs a compiler; built, it is JavaScript. */
function startCommand(input: CommandInput): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const file = isSource ? './command-source-worker.mjs' : './command-worker.js';
  return new Worker(new URL(file, import.meta.url), {
    workerData: input,
    ...(isSource && { execArgv: ['--conditions=@goldpan/source'] }),
  });
}

/** The first signal asks the command to end; a second one, or a command that goes on, ends the program. */
function endOnSignals(worker: Worker): void {
  let asked = false;
  const stop = () => {
    process.stderr.write('\ninterrupted\n');
    process.exit(exitCode.interrupted);
  };
  const onSignal = () => {
    if (asked) stop();
    asked = true;
    worker.postMessage('interrupt');
    setTimeout(stop, GRACE).unref();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal);
}

/** A reader such as `head` that has seen enough is no error; a disk without room is. */
function endWithoutReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(exitCode.done);
  process.stderr.write(`goldpan: what is printed cannot be written: ${error.message}\n`);
  process.exit(exitCode.usage);
}

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

function faultOf(error: unknown): string {
  if ((error as { code?: string }).code === OUT_OF_MEMORY)
    return (
      'goldpan: the data and the work on it must fit into memory; the limit of the program is reached\n' +
      '  give it more, such as NODE_OPTIONS=--max-old-space-size=8192 (in MB), or run on fewer items, systems or metrics [OUT_OF_MEMORY]\n'
    );
  return `goldpan: internal error, please report it\n${error instanceof Error ? error.stack : String(error)}\n`;
}
