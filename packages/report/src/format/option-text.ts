import type { Json } from '@goldpan/core';

/** Options as they are typed on a command line: `metric=BLEU, weights=1,2`. Empty where there are none. */
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

function valueText(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((element) => typeof element !== 'object')) return value.join(',');
  return JSON.stringify(value);
}
