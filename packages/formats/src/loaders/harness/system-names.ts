import { unusableInput } from '../../errors.js';

/** Names the systems of logs: as the user says, otherwise as the logs say; the same system may not come twice for a task. */
export class SystemNames {
  readonly #given: readonly string[];
  readonly #seen = new Map<string, string>();
  #next = 0;

  constructor(given: readonly string[]) {
    this.#given = given;
  }

  /** The name of the system of the next log. @throws UNUSABLE_INPUT where another log has the same system and task */
  next(path: string, { own, task }: { own: string; task: string }): string {
    const name = this.#given[this.#next++] ?? own;
    const key = JSON.stringify([name, task]);
    const other = this.#seen.get(key);
    if (other !== undefined) {
      const problem = `has results of system ${JSON.stringify(name)} for task ${JSON.stringify(task)}, as ${other} has`;
      throw unusableInput(path, problem, 'leave one of them out, or name the systems with systems=A,B');
    }
    this.#seen.set(key, path);
    return name;
  }
}
