import { parentPort, workerData } from 'node:worker_threads';
import { endedEarly } from './errors.js';
import { errorText } from './error-text.js';
import { exitCode } from './exit-code.js';
import { main } from './main.js';
import type { CommandInput, CommandMessage } from './supervise-command.js';

const { args, screen } = workerData as CommandInput;
const port = parentPort!;
const tell = (message: CommandMessage) => port.postMessage(message);

const interrupt = new AbortController();
port.once('message', () => interrupt.abort());
// Waiting for an interrupt must not keep a command alive that waits for nothing else.
port.unref();

const fault = new Promise<never>((_, reject) => {
  for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, reject);
});
fault.catch(() => undefined);

// A thread that ends without an answer has lost it: nothing is left that could wake who waits, or a plugin ended it.
let plugins: readonly string[] = [];
let isAnswered = false;
let isEnded = false;
const { exit } = process;
process.exit = (code) => {
  isEnded = true;
  return exit(code);
};
process.on('exit', () => {
  if (isAnswered) return;
  tell({ err: errorText(endedEarly(isEnded, plugins)) });
  tell({ code: plugins.length > 0 ? exitCode.usage : exitCode.internal });
});

void main(args, {
  ...screen,
  out: (out) => tell({ out }),
  err: (err) => tell({ err }),
  signal: interrupt.signal,
  fault,
  onPlugins: (names) => (plugins = names),
}).then((code) => {
  isAnswered = true;
  tell({ code });
});
