import { API_VERSION } from '@goldpan/core';
import { invalidFormat } from '../errors.js';

/** Whether a value has the shape of a loader or an exporter. @throws INVALID_FORMAT */
export function checkFormat(kind: 'loader' | 'exporter', value: unknown, method: 'load' | 'export'): void {
  const format = (typeof value === 'object' && value !== null ? value : {}) as Record<string, any>;
  const who = `${kind} ${JSON.stringify(format.name ?? '(without a name)')}`;
  if (typeof format.name !== 'string' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(format.name)) {
    throw invalidFormat(who, 'must have a kebab-case name');
  }
  if (format.apiVersion !== API_VERSION) {
    throw invalidFormat(who, `must have apiVersion ${API_VERSION}; it has ${String(format.apiVersion)}`);
  }
  if (typeof format.summary !== 'string') throw invalidFormat(who, 'must have a summary');
  if (typeof format.options?.safeParse !== 'function')
    throw invalidFormat(who, 'must have a schema as options');
  if (typeof format[method] !== 'function') throw invalidFormat(who, `must have a function ${method}`);
}
