import { reproduceCommand } from './reproduce.js';

/** Where a command writes, and what the reader's screen can do. Tests pass their own. */
export interface Terminal {
  /** Results: standard output. */
  readonly out: (text: string) => void;
  /** Progress, notes and errors: standard error. */
  readonly err: (text: string) => void;
  /** Whether standard output may be coloured. */
  readonly color: boolean;
  /** Columns of the screen. */
  readonly width: number;
  /** Whether standard error is a screen, on which a line may be written over. */
  readonly interactive: boolean;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** The folder that relative paths and plugin names start from. */
  readonly folder: string;
  /** The command line, for results that say how to make them again. */
  readonly commandLine?: string;
}

/** The terminal of this process. `NO_COLOR` and `FORCE_COLOR` are honoured. */
export function processTerminal(args: readonly string[], signal: AbortSignal): Terminal {
  const { env, stdout, stderr } = process;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    color: !env.NO_COLOR && (forced || (stdout.isTTY === true && env.TERM !== 'dumb')),
    width: Math.min(120, Math.max(60, stdout.columns ?? 100)),
    interactive: stderr.isTTY === true && !env.CI,
    signal,
    folder: process.cwd(),
    commandLine: reproduceCommand(args),
  };
}
