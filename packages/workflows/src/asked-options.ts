import { describeOptions, mainMetricOption, type Selector } from '@goldpan/core';

/** The option that says on which metric a selector works; one that runs without scores uses a metric only where it is told to. */
export function metricToTell({ needs, options }: Selector): string | undefined {
  return needs.includes('scores') ? mainMetricOption(options) : undefined;
}

/** Names of the options that a selector cannot do without, its metric left aside: that is found in the data. */
export function askedOptions(selector: Selector): string[] {
  const metric = metricToTell(selector);
  return describeOptions(selector.options)
    .filter(({ name, required }) => required && name !== metric)
    .map(({ name }) => name);
}
