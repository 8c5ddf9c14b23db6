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
  /** Rejected where something fails that nobody waits for. */
  readonly fault?: Promise<never>;
  /** Told which plugins a command was called with. */
  readonly onPlugins?: (names: readonly string[]) => void;
  /** The command line, for results that say how to make them again. */
  readonly commandLine?: string;
}

/** What of a terminal is known before it is used, as plain values. */
export type Screen = Omit<Terminal, 'out' | 'err' | 'signal' | 'fault' | 'onPlugins'>;

/** The screen of this process. `NO_COLOR` and `FORCE_COLOR` are honoured, and `COLUMNS` where the output is no terminal. */
export function processScreen(args: readonly string[]): Screen {
  const { env, stdout, stderr } = process;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  return {
    color: !env.NO_COLOR && (forced || (stdout.isTTY === true && env.TERM !== 'dumb')),
    width: Math.min(120, Math.max(60, stdout.columns ?? (Number(env.COLUMNS) || 100))),
    interactive: stderr.isTTY === true && !env.CI,
    folder: process.cwd(),
    commandLine: reproduceCommand(args, process.cwd()),
  };
}

/** The terminal of this process. `NO_COLOR` and `FORCE_COLOR` are honoured. */
export function processTerminal(args: readonly string[], signal: AbortSignal): Terminal {
  const { stdout, stderr } = process;
  return {
    ...processScreen(args),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    signal,
  };
}
