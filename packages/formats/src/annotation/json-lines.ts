import type { AnnotationTask, ItemTasks } from './annotation-task.js';

/** JSON lines, one per task. */
export async function* jsonLinesOf(
  items: AsyncIterable<ItemTasks>,
  line: (task: AnnotationTask) => unknown,
): AsyncGenerator<string> {
  for await (const { tasks } of items) for (const task of tasks) yield `${JSON.stringify(line(task))}\n`;
}
