import type { ErrorDefinition } from '@goldpan/core';
import * as errors from './errors.js';

/** Every error this package throws, for the documentation. */
export const errorCatalogue: readonly ErrorDefinition[] = Object.values(errors);
