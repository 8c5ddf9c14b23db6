import {
  datasetFromItems,
  parseOptions,
  runSelector,
  selectionContext,
  type Dataset,
  type Item,
  type RunOptions,
  type Selection,
  type Selector,
} from '@goldpan/core';
import { checkFailed } from '../errors.js';
import type { FullSetup } from '../setup.js';

/** The selector under test with its setup. */
export interface Subject {
  readonly selector: Selector;
  readonly setup: FullSetup;
  /** `selector "name"`, for messages. */
  readonly who: string;
}

/** Runs the selector as everyone does, with the options of the setup; a needed budget is half of the items. */
export function select(subject: Subject, data: Dataset | Item[], run: RunOptions = {}): Promise<Selection> {
  const dataset = Array.isArray(data) ? datasetFromItems(data) : data;
  return runSelector(subject.selector, dataset, { ...defaultRun(subject, dataset), ...run });
}

/** Calls the selector itself, without what `runSelector` does around it. */
export async function selectDirectly(subject: Subject, dataset: Dataset, run: RunOptions): Promise<unknown> {
  const { selector, who } = subject;
  const whole = { ...defaultRun(subject, dataset), ...run };
  const options = parseOptions(who, selector.options, whole.options);
  return selector.select(dataset, options, selectionContext(selector, whole));
}

function defaultRun({ selector, setup }: Subject, dataset: Dataset): RunOptions {
  const budget = selector.needs.includes('budget') ? { items: Math.ceil(dataset.size / 2) } : undefined;
  return {
    options: setup.options,
    ...(setup.registry && { registry: setup.registry }),
    ...(budget && { budget }),
  };
}

/** Fails a check. */
export function fail(subject: { readonly who: string }, must: string, got: string): never {
  throw checkFailed(subject.who, { must, got });
}
