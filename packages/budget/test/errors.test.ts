import { testErrors } from '@goldpan/testing';
import * as errors from '../src/errors.js';

testErrors(errors, {
  INVALID_UTILITIES: ['item 4 has none'],
  UNKNOWN_ITEM: ['exclude', 'item 14', []],
  NOTHING_FITS: ['3 min', '41.5 min'],
  NOTHING_WORTH_IT: [-2.5],
  CLASHING_CONSTRAINTS: [['include', 'exclude', 'domain:min=3'], ['both name one item']],
  NO_SELECTION_FOUND: [['doc:max=2', 'balance']],
  NOT_AS_REFERENCE: ['needs a budget in cost'],
  SOLVER_FAILED: ['out of memory'],
  WRONG_BUDGET_UNIT: ['20 EUR', 'EUR', 'seconds'],
});
