import { counted } from '../counted.js';
import type { Intake } from '../reading/intake.js';

/** Answers to questions that the tasks did not ask: they are left out, and told. */
export class UnaskedAnswers {
  readonly #byQuestion = new Map<string, { count: number; readonly first: string }>();

  see(question: string, where: string): void {
    const seen = this.#byQuestion.get(question);
    if (seen === undefined) this.#byQuestion.set(question, { count: 1, first: where });
    else seen.count++;
  }

  /** @param criteria - that were asked about; undefined = one question */
  note(criteria: readonly string[] | undefined, intake: Intake): void {
    const asked = criteria?.map((name) => JSON.stringify(name)).join(', ') ?? 'for one score';
    for (const [question, { count, first }] of this.#byQuestion)
      intake.note(
        `${JSON.stringify(question)}, which was not asked: ${counted(count, 'answer')} left out (the first: ${first}); the key asks ${asked}: rename the question as the key calls it, or hand out tasks that ask it`,
      );
  }
}
