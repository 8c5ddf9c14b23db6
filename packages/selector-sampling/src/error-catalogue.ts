import type { ErrorDefinition } from '@goldpan/core';
import * as errors from './errors.js';

/** Every error this package throws beside those of core, for the documentation. */
export const errorCatalogue: readonly ErrorDefinition[] = Object.values(errors);
