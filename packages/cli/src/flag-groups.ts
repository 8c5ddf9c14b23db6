import type { Command, Option, OptionValues } from '@commander-js/extra-typings';
import { shared } from './shared-options.js';

/** What the flags that say how data is read hold. */
type DataFlags = {
  plugin: string[];
  format?: string;
  formatOption: Record<string, string>;
  lowerIsBetter: string[];
  systems: string[];
  withoutSystems: string[];
  skipInvalid?: string;
  ratingRule: string[];
  showRaters: boolean;
};

/** What the flags of a result that is found with a seed hold. */
type ResultFlags = {
  html?: string;
  seed: number;
  json: boolean;
  quiet: boolean;
};

/** What the flags about costs hold. */
type CostFlags = {
  cost?: string;
  costOption: Record<string, string>;
};

/** Adds the flags that say how data is read. */
export function dataFlags<Args extends any[], Flags extends OptionValues>(command: Command<Args, Flags>) {
  const { plugin, format, formatOption, lowerIsBetter, systems, withoutSystems, skipInvalid } = shared;
  return withFlags<DataFlags, Args, Flags>(command, [
    plugin(),
    format(),
    formatOption(),
    lowerIsBetter(),
    systems(),
    withoutSystems(),
    skipInvalid(),
    shared.ratingRule(),
    shared.showRaters(),
  ]);
}

/** Adds the flags of what is found with a seed and shown. */
export function resultFlags<Args extends any[], Flags extends OptionValues>(command: Command<Args, Flags>) {
  const { html, seed, json, quiet } = shared;
  return withFlags<ResultFlags, Args, Flags>(command, [html(), seed(), json(), quiet()]);
}

/** Adds the flags that say what judging an item costs. */
export function costFlags<Args extends any[], Flags extends OptionValues>(command: Command<Args, Flags>) {
  return withFlags<CostFlags, Args, Flags>(command, [shared.cost(), shared.costOption()]);
}

/**
 * Adds flags to a command. What they hold is said by the caller: left to be inferred, groups of groups of flags take the
 * compiler minutes.
 */
export function withFlags<Added extends OptionValues, Args extends any[], Flags extends OptionValues>(
  command: Command<Args, Flags>,
  options: readonly object[],
): Command<Args, Flags & Added> {
  for (const option of options) command.addOption(option as Option);
  return command as unknown as Command<Args, Flags & Added>;
}
