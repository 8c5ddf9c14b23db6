import type { GoldpanError } from '@goldpan/core';

/** An error as the command prints it: what is wrong, then what to do. */
export function errorText({ what, advice, code }: GoldpanError): string {
  return `goldpan: ${what}\n  ${advice} [${code}]\n`;
}
