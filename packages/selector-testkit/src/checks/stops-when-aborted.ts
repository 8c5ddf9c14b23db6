import { datasetFromItems } from '@goldpan/core';
import { describeError } from '../kit/describe-error.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, selectDirectly, type Subject } from '../kit/subject.js';

const SOON = 3;

/**
 * A run that is aborted before it starts, or at its first report of progress, ends: with the signal's reason, or, where
 * the work is short, with a result, but not by going on. More than three further reports of progress are going on.
 */
export const stopsWhenAborted: SelectorCheck = {
  name: 'stops when aborted',
  hold: async (subject) => {
    await abortedRun(subject, 'before it starts');
    await abortedRun(subject, 'at its first report of progress');
  },
};

async function abortedRun(subject: Subject, when: string): Promise<void> {
  const { setup } = subject;
  const dataset = datasetFromItems(
    setup.items({ items: 4 * setup.sizes[1], systems: setup.systems[1], seed: setup.seed }),
  );
  const controller = new AbortController();
  const reason = new Error('the run was aborted by the check');
  if (when === 'before it starts') controller.abort(reason);
  let reports = 0;
  const progress = () => {
    if (controller.signal.aborted) reports++;
    else controller.abort(reason);
  };
  try {
    await selectDirectly(subject, dataset, { signal: controller.signal, progress });
  } catch (error) {
    const isAbort = error === reason || (error as Error | null)?.name === 'AbortError';
    if (!isAbort) {
      fail(
        subject,
        `throw the reason of a signal that is aborted ${when}`,
        `it threw ${describeError(error)}`,
      );
    }
  }
  if (reports > SOON) {
    fail(subject, `stop when the signal is aborted ${when}`, `it reported progress ${reports} more times`);
  }
}
