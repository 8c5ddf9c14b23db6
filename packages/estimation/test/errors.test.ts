import { testErrors } from '@goldpan/testing';
import * as errors from '../src/errors.js';

testErrors(errors, {
  DISCONNECTED_SYSTEMS: [[['alpha', 'beta'], ['gamma']]],
  TOO_FEW_DOCUMENTS: [1],
  INVALID_ARGUMENT: ['level', 'between 0 and 1', 1.5],
});
