import { COMPOSITE_METRIC } from './composite-of.js';
import type { Dataset } from './dataset.js';
import { mainMetricOption, valuesWithRoles } from './option-roles.js';
import type { OptionRole } from './options-schema.js';
import type { Registry } from './contracts.js';
import { automaticMetrics } from './resolve-metric.js';
import type { Need, Selector } from './contracts.js';

/** A selector with the options it is to be run with, not yet checked. */
export interface ConfiguredSelector {
  readonly selector: Selector;
  readonly options?: unknown;
}

/** The score columns that options name (role `metric`), those of the selectors it builds on and the parts of a composite included; columns of the data only, each once. @throws UNKNOWN_SELECTOR */
export function columnsNamed(
  configured: ConfiguredSelector,
  dataset: Dataset,
  registry: Registry,
): readonly string[] {
  const columns = withParts(configured, registry).flatMap((one) => valuesOf(one, 'metric') as string[]);
  const isComposite = columns.includes(COMPOSITE_METRIC) && !dataset.metrics.includes(COMPOSITE_METRIC);
  const parts = isComposite ? automaticMetrics(dataset) : [];
  return dataset.metrics.filter((column) => columns.includes(column) || parts.includes(column));
}

/**
 * The score columns that a selector may work on: those its options name, and every automatic metric where it, or one it builds
 * on, needs scores and is not told which. O(options).
 *
 * @returns columns of the data only, each once
 * @throws UNKNOWN_SELECTOR
 */
export function columnsUsed(
  configured: ConfiguredSelector,
  dataset: Dataset,
  registry: Registry,
): readonly string[] {
  const named = columnsNamed(configured, dataset, registry);
  if (withParts(configured, registry).every(isToldItsMetric)) return named;
  return [...new Set([...named, ...automaticMetrics(dataset)])];
}

/** The score column that the main metric option names; undefined where there is no such option or it is left out. */
export function mainMetric(configured: ConfiguredSelector): string | undefined {
  const option = mainMetricOption(configured.selector.options);
  return option === undefined ? undefined : (valuesOf(configured, 'metric', option)[0] as string | undefined);
}

/** Whether there is nothing to tell, or the main metric option (without one, any) names a column. */
function isToldItsMetric(configured: ConfiguredSelector): boolean {
  const { needs, options } = configured.selector;
  return !needs.includes('scores') || valuesOf(configured, 'metric', mainMetricOption(options)).length > 0;
}

/** Texts and what is made of them. */
const TEXTS: readonly Need[] = ['sources', 'outputs', 'embeddings'];

/**
 * Whether a selector, or one it builds on, may read texts or embeddings. One that needs scores reads them only where it says
 * that it needs them too; others may take what the data have.
 *
 * @throws UNKNOWN_SELECTOR
 */
export function readsTexts(configured: ConfiguredSelector, registry: Registry): boolean {
  return withParts(configured, registry).some((one) => {
    const { needs } = one.selector;
    const isFree = !needs.includes('scores') && partsOf(one, registry).length === 0;
    return isFree || needs.some((need) => TEXTS.includes(need));
  });
}

/** A selector and all that it builds on. @throws UNKNOWN_SELECTOR */
export function withParts(configured: ConfiguredSelector, registry: Registry): ConfiguredSelector[] {
  return [configured, ...partsOf(configured, registry).flatMap((part) => withParts(part, registry))];
}

/** The selectors that the options name; what is no selector is left for the check of the options to find. */
function partsOf(configured: ConfiguredSelector, registry: Registry): ConfiguredSelector[] {
  return valuesOf(configured, 'selector').flatMap((part): ConfiguredSelector[] => {
    const { selector, options } = (typeof part === 'string' ? { selector: part } : part) as Named;
    return typeof selector === 'string' ? [{ selector: registry.selector(selector), options }] : [];
  });
}

interface Named {
  readonly selector?: unknown;
  readonly options?: unknown;
}

/** The values of a role, of all options or of one. */
function valuesOf({ selector, options }: ConfiguredSelector, role: OptionRole, option?: string): unknown[] {
  return valuesWithRoles(selector.options, (options ?? {}) as Record<string, unknown>)
    .filter(({ role: found, path }) => found === role && (option === undefined || path[0] === option))
    .map(({ value }) => value);
}
