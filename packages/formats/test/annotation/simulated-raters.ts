/** A rating that a simulated person gives to a task; undefined = skipped. */
export interface SimulatedRating {
  readonly annotator: string;
  readonly score: number | undefined;
}

/** The ratings of the task with that identifier. */
export type Rate = (task: string) => readonly SimulatedRating[];

type Rater = (tasks: string, rate: Rate) => { name: string; content: string }[];

const lines = (values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const parseLines = (text: string): any[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** By platform: what people who rate the tasks of a file make it give back. */
export const simulatedRaters: Readonly<Record<string, Rater>> = {
  'label-studio': (text, rate) => {
    const tasks = JSON.parse(text).map((task: any, id: number) => ({
      id,
      ...task,
      annotations: rate(task.data.task).map(({ annotator, score }, i) => ({
        id: i,
        completed_by: { id: 1, email: annotator },
        was_cancelled: score === undefined,
        lead_time: 4.5,
        result:
          score === undefined
            ? []
            : [{ from_name: 'score', to_name: 'output', type: 'number', value: { number: score } }],
      })),
    }));
    return [{ name: 'export.json', content: JSON.stringify(tasks) }];
  },
  argilla: (text, rate) => {
    const records = JSON.parse(text).map((record: any) => ({
      ...record,
      status: 'completed',
      responses: {
        score: rate(record.id).map(({ annotator, score }) => ({
          value: score ?? 0,
          user_id: annotator,
          status: score === undefined ? 'discarded' : 'submitted',
        })),
      },
    }));
    return [{ name: 'records.json', content: JSON.stringify(records) }];
  },
  pearmut: (text, rate) => {
    const entries = JSON.parse(text).data.flatMap(([item]: any[], item_i: number) => {
      const byUser = new Map<string, object>();
      for (const task of Object.keys(item.tgt)) {
        for (const { annotator, score } of rate(task)) {
          byUser.set(annotator, {
            ...byUser.get(annotator),
            [task]: { score: score ?? null, error_spans: [] },
          });
        }
      }
      const actions = [
        { time: 100, action: 'load' },
        { time: 130, action: 'submit' },
      ];
      return [...byUser].map(([user_id, annotation]) => ({
        annotation: [annotation],
        actions,
        item: [item],
        user_id,
        item_i,
      }));
    });
    const tutorial = { annotation: [{ X: { score: 1 } }], item: [{}], user_id: 'u', item_i: 'welcome_0' };
    return [{ name: 'log.jsonl', content: lines([tutorial, ...entries]) }];
  },
  appraise: (text, rate) => {
    const items = JSON.parse(text).flatMap((batch: any) => batch.items);
    const rows = items.flatMap((item: any) =>
      rate(item.targetID)
        .filter(({ score }) => score !== undefined)
        .map(
          ({ annotator, score }) =>
            `"${annotator.replaceAll('"', '""')}",${item.targetID},${item.itemID},TGT,eng,deu,${score},d,False,"[{""start_i"": 1}]",100.5,107.5`,
        ),
    );
    return [
      { name: 'scores.csv', content: `${['x,ref,1,REF,eng,deu,100,d,False,[],1,2', ...rows].join('\n')}\n` },
    ];
  },
  doccano: (text, rate) => {
    const tasks = parseLines(text);
    const annotators = [
      ...new Set(tasks.flatMap((task) => rate(task.task).map(({ annotator }) => annotator))),
    ];
    return annotators.map((annotator, at) => {
      const rated = tasks.flatMap((task, id) =>
        rate(task.task)
          .filter((rating) => rating.annotator === annotator)
          .map(({ score }) => ({
            ...task,
            id,
            label: score === undefined ? [] : [String(score)],
            annotator,
          })),
      );
      return { name: `rater-${at}.jsonl`, content: lines(rated) };
    });
  },
  prodigy: (text, rate) => {
    const rated = parseLines(text).flatMap((task) =>
      rate(task.task).map(({ annotator, score }) => ({
        ...task,
        accept: score === undefined ? [] : [score],
        answer: score === undefined ? 'ignore' : 'accept',
        _input_hash: 1,
        _task_hash: 2,
        _annotator_id: annotator,
      })),
    );
    return [{ name: 'db-out.jsonl', content: lines(rated) }];
  },
  'annotation-csv': (text, rate) => {
    // Each record ends in ",,,1": score, annotator and the mark of the table. Texts of the test hold no such ending.
    const [header, ...records] = text.split(/(?<=,,1)\r\n|(?<=goldpan)\r\n/);
    const rows = records.filter(Boolean).flatMap((record) => {
      const task = record.slice(0, 16);
      return rate(task).map(({ annotator, score }) =>
        record
          .replace(/,,1$/, () => `,"${annotator.replaceAll('"', '""')}",1`)
          .replace(/,("(?:[^"]|"")*"),1$/, (_, who: string) => `${score ?? ''},${who},1`),
      );
    });
    return [{ name: 'filled.csv', content: `${[header, ...rows].join('\r\n')}\r\n` }];
  },
};
