import { testErrors } from '@goldpan/testing';
import * as errors from '../src/errors.js';

testErrors(errors, {
  INVALID_GOAL: ['spa=2', []],
  NO_DOCUMENTS: ['item 7'],
  REPLICATE_FAILED: [{ replicate: 12, selector: 'diversity', cause: 'no vectors' }],
  REPLICATE_STALLED: [{ work: 'the comparison', first: 40, last: 47, seconds: 600 }],
  WORKER_LOST: [{ work: 'the comparison', first: 40, last: 47, cause: 'out of memory' }],
  OTHER_CHECKPOINT: ['run.jsonl', ['seed (there 1, here 2)']],
  CHECKPOINT_FAILED: ['run.jsonl', 'no space left on the device'],
  DAMAGED_CHECKPOINT: ['run.jsonl', 17],
  INTERRUPTED: [{ work: 'the comparison', finished: 3, replicates: 9 }],
  LOWER_IS_BETTER: ['mean-absolute-error'],
});
