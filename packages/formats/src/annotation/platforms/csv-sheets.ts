import type { Intake } from '../../reading/intake.js';
import { plainText } from '../../tables/neutral-text.js';
import { OWN_COLUMN } from '../../tables/own-column.js';
import { records } from '../../tables/records.js';
import { scoreOf } from '../../tables/score-of.js';
import type { AnswerSheet } from '../sheets/answer-sheet.js';
import { plainName } from '../sheets/field-name.js';
import { fieldText } from '../sheets/field-text.js';

/** What columns are called that say who answered, how long it took, and when. */
const RATERS = [
  'annotator',
  'rater',
  'annotatorid',
  'raterid',
  'workerid',
  'worker',
  'user',
  'userid',
  'judge',
  'assessor',
];
const SECONDS = ['seconds', 'leadtime', 'duration', 'worktimeinseconds'];
const TIMES = ['time', 'timestamp', 'createdat', 'submittedat', 'submittime'];

/** The answers in a table: a sheet for each row, with answers among the other columns. */
export async function* csvSheets(path: string, intake: Intake): AsyncGenerator<readonly AnswerSheet[]> {
  for await (const batch of records(path, intake))
    yield batch.map(({ value, where, reject }) => {
      const isOwn = Object.hasOwn(value, OWN_COLUMN);
      const all = new Map(
        Object.entries(value).map(([name, cell]: [string, unknown]) => [
          name,
          isOwn && typeof cell === 'string' ? plainText(cell) : cell,
        ]),
      );
      const column = (likely: readonly string[]) =>
        [...all.keys()].find((name) => likely.includes(plainName(name)));
      const [rater, seconds, time] = [RATERS, SECONDS, TIMES].map(column);
      const taken = [rater, seconds, time, OWN_COLUMN];
      const took = scoreOf(seconds && all.get(seconds));
      return {
        path,
        fields: new Map([...all].filter(([name]) => !taken.includes(name))),
        flat: true,
        rater: fieldText(all, rater),
        answers: [],
        ...(took !== undefined && { seconds: took }),
        ...(time !== undefined && { time: all.get(time) }),
        where,
        reject,
      };
    });
}
