import type { AnnotationTask, ItemTasks } from './annotation-task.js';

/** A JSON array with one element per task, each on its own line. */
export async function* jsonArray(
  items: AsyncIterable<ItemTasks>,
  element: (task: AnnotationTask) => unknown,
): AsyncGenerator<string> {
  yield '[\n';
  let separator = '';
  for await (const { tasks } of items) {
    for (const task of tasks) {
      yield separator + JSON.stringify(element(task));
      separator = ',\n';
    }
  }
  yield '\n]\n';
}
