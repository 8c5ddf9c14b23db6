import type { Json } from '@goldpan/core';

/**
 * Options as they are typed on a command line: `metric=BLEU, weights=1,2`; of a selector within a selector what it is and works on:
 * `utility=metric-variance on BLEU`. Empty where there are none.
 */
export function optionText(options: Json): string {
  if (options === null || typeof options !== 'object') return '';
  return Object.entries(options)
    .map(([name, value]) => `${name}=${valueText(value)}`)
    .join(', ');
}

/** The values of options alone, for short labels: `BLEU 1,2`. */
export function optionValues(options: Json): string {
  if (options === null || typeof options !== 'object') return '';
  return Object.values(options).map(valueText).join(' ');
}

/** A selector with its options, where the value is one. */
function selectorText(value: Json): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { selector, options = {}, ...others } = value as Record<string, Json>;
  if (typeof selector !== 'string' || Object.keys(others).length > 0) return undefined;
  const on = optionValues(options);
  return on === '' ? selector : `${selector} on ${on}`;
}

function valueText(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((element) => typeof element !== 'object')) return value.join(',');
  return selectorText(value) ?? JSON.stringify(value);
}
