import { describe, expect, test } from 'vitest';
import { loadItems } from '../../src/index.js';
import { all, errorOf, temporaryFolder } from '../temporary-folder.js';

const { file } = temporaryFolder();
const read = (content: string, options?: object) =>
  loadItems(file(content, 'judged.csv'), { format: 'long-table', options });

const JUDGED = 'item,system,rater,fluency,adequacy\na,x,ann,4,5\na,x,bob,3,5\na,y,ann,2,1\nb,x,bob,1,\n';

/** Twelve outputs that two raters judge, beside scores that are of the output alone. */
const rows = (score: (output: number, rater: string) => string) =>
  Array.from({ length: 12 }, (_, output) =>
    ['ann', 'bob'].map((rater) => `i${output},x,${rater},${score(output, rater)}\n`).join(''),
  ).join('');

describe('a table with raters', () => {
  test('keeps what each rater says in columns that no option names', async () => {
    const { dataset, guesses, records } = await read(JUDGED);
    expect(dataset.metrics).toEqual(['human_fluency', 'human_adequacy']);
    const [{ judgements, scores }] = (await all(records())) as any;
    expect(judgements).toContainEqual({ system: 'x', rater: 'bob', criterion: 'fluency', value: 3 });
    expect(judgements).toHaveLength(6);
    expect(scores.x).toEqual({ human_fluency: 3.5, human_adequacy: 5 });
    expect(guesses.join()).toMatch(/"fluency", "adequacy": taken for judgements .* "human_fluency"/);
  });

  test('takes a score on which raters never differ for a metric', async () => {
    const content = `item,system,rater,chrF,quality\n${rows((output, rater) => `0.${output},${output % 5}`.replace(/.$/, (last) => String(Number(last) + rater.length + Number(rater === 'bob'))))}`;
    const { dataset, guesses } = await read(content);
    expect(dataset.metrics).toEqual(['chrF', 'human']);
    expect(dataset.judgements!.criteria.map(({ name }) => name)).toEqual(['human']);
    expect([...dataset.scores('chrF').values].slice(0, 3)).toEqual([0, 0.1, 0.2]);
    expect(guesses.join()).toMatch(/"chrF": taken for a metric/);
  });

  test('takes what raters say alike of few outputs for judgements', async () => {
    const { dataset } = await read('item,system,rater,a,b\ni,x,ann,1,2\ni,x,bob,1,2\n');
    expect(dataset.metrics).toEqual(['human_a', 'human_b']);
  });

  test('tells judgements from metrics where names of scores are in a column too', async () => {
    const content = `item,system,rater,metric,score\n${rows((output, rater) => `BLEU,${output}\ni${output},x,${rater},fluency,${rater === 'ann' ? 1 : output}`)}`;
    const { dataset } = await read(content);
    expect(dataset.metrics).toEqual(['BLEU', 'human']);
    expect(dataset.judgements!.size).toBe(24);
  });

  test('takes for human what the option names, and says which raters are averaged', async () => {
    const { dataset, guesses } = await read(JUDGED, { human: ['fluency'] });
    expect(dataset.metrics).toEqual(['human', 'adequacy']);
    expect(guesses).toEqual([expect.stringMatching(/raters give "adequacy" too, of which only the mean/)]);
    expect((await errorOf(read(JUDGED, { human: ['fluenzy'] }))).message).toContain('"fluency"');
  });

  test('keeps names that are taken', async () => {
    const content = 'item,system,rater,fluency,human_fluency\na,x,ann,1,2\na,x,bob,2,3\n';
    expect((await read(content)).dataset.metrics).toEqual(['fluency', 'human_fluency']);
  });

  test('names columns that are no numbers, and refuses texts that come later by their row', async () => {
    const { dataset, guesses } = await read('item,system,rater,note,quality\na,x,ann,nice,1\na,x,bob,,2\n');
    expect(dataset.metrics).toEqual(['human']);
    expect(guesses[0]).toBe('columns that are no numbers and were not read: "note"');
    const late = Array.from({ length: 1001 }, (_, i) => `i${i},x,ann,${i === 1000 ? 'good' : i},1\n`).join(
      '',
    );
    expect((await errorOf(read(`item,system,rater,a,b\n${late}`))).message).toMatch(/:1002: .*got "good"/);
  });

  test('names line, item and rater of what a rater says twice', async () => {
    const { message } = await errorOf(read(`${JUDGED}a,x,ann,5,5\n`));
    expect(message).toMatch(/:6: .*rater "ann" judged item "a" in an earlier row already; take one/);
  });
});
