/** What the exit code of a command says. */
export const exitCode = {
  done: 0,
  /** The answer is no: a goal is not reached. */
  negative: 1,
  /** The call or its input is wrong. */
  usage: 2,
  /** A fault of the program. */
  internal: 3,
  /** Ended by Ctrl-C. */
  interrupted: 130,
} as const;
