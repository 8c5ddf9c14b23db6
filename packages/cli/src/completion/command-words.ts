import type { CommandUnknownOpts } from '@commander-js/extra-typings';

/** A flag as a shell completes it. */
export interface FlagWords {
  /** `--missing`, and `-o` where there is a short form. */
  readonly names: readonly string[];
  readonly summary: string;
  /** Whether a value follows. */
  readonly takesValue: boolean;
  /** The values it may have; none where they are files or free. */
  readonly values: readonly string[];
}

/** A command as a shell completes it. */
export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly FlagWords[];
}

/** Values that a flag takes by name although its declaration does not list them, such as those of `--selector`. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** What can be typed after the name of the program, from the declarations of its commands. */
export function commandWords(root: CommandUnknownOpts, known: KnownValues): CommandWords[] {
  return root.commands.map((command) => ({
    name: command.name(),
    summary: firstSentence(command.description()),
    flags: command.options
      .filter(({ hidden }) => !hidden)
      .map(({ short, long, description, argChoices, required, optional }) => ({
        names: [long, short].filter((name) => name !== undefined),
        summary: description,
        takesValue: required || optional,
        values: argChoices ?? known[long ?? ''] ?? [],
      })),
  }));
}

function firstSentence(text: string): string {
  return text.replace(/\.(\s.*)?$/s, '');
}
