import { describe, expect, test } from 'vitest';
import {
  columnsUsed,
  createRegistry,
  datasetFromItems,
  defineSelector,
  describeOptions,
  fileOption,
  mainMetric,
  mainMetricOption,
  metricOption,
  parseOptions,
  readsTexts,
  selectorOption,
  valuesWithRoles,
  z,
  type Need,
  type Selector,
} from '../src/index.js';

const selector = (name: string, needs: readonly Need[], options: z.ZodObject): Selector =>
  defineSelector({ name, summary: 's', needs, options, select: () => ({ ranking: [] }) });

const one = selector('one', ['scores'], z.object({ metric: metricOption().optional().describe('m') }));
const two = selector(
  'two',
  ['scores'],
  z.object({
    note: z.string().default('human').describe('just a text'),
    first: metricOption().describe('one column'),
    second: metricOption().default('groups').describe('another'),
  }),
);
const several = selector('several', ['scores'], z.object({ columns: z.array(metricOption()).optional() }));
const texts = selector('texts', ['sources', 'scores'], z.object({ metric: metricOption().optional() }));
const free = selector('free', [], z.object({ by: z.union([z.number(), metricOption()]).optional() }));
const trained = selector(
  'trained',
  ['scores'],
  z.object({ model: z.union([z.enum(['2pl']), fileOption()]).optional(), metric: metricOption().optional() }),
);
const merged = selector(
  'merged',
  [],
  z.object({
    parts: z.array(selectorOption()),
    deep: z.object({ last: selectorOption().optional() }).optional(),
  }),
);
const registry = createRegistry([
  { specifier: 'x', plugin: { name: 'x', selectors: [one, two, several, texts, free, trained, merged] } },
]);

// Columns with the names of options, and with names that objects have from birth.
const columns = ['human', 'metric', 'model', 'groups', 'max-per', '__proto__'];
const cells = Object.fromEntries(columns.map((name, i) => [name, i]));
Object.defineProperty(cells, '__proto__', { value: 7, enumerable: true });
const dataset = datasetFromItems([{ id: 'a', scores: { s: cells, t: cells } }]);
const automatic = columns.filter((name) => name !== 'human');
const used = (of: Selector, options?: unknown) => columnsUsed({ selector: of, options }, dataset, registry);
const inOrder = (...names: string[]) => columns.filter((column) => names.includes(column));

describe('roles of options', () => {
  test('stay with an option that is refined, described, optional or has a default, and change nothing of its type', () => {
    expect(describeOptions(two.options)).toEqual([
      { name: 'note', type: 'text', summary: 'just a text', required: false, default: 'human' },
      { name: 'first', type: 'text', summary: 'one column', required: true, role: 'metric' },
      {
        name: 'second',
        type: 'text',
        summary: 'another',
        required: false,
        role: 'metric',
        default: 'groups',
      },
    ]);
    expect(describeOptions(z.object({ model: fileOption(z.object({ kind: z.literal('k') })) }))).toEqual([
      { name: 'model', type: 'a JSON object', summary: '', required: true, role: 'file' },
    ]);
    expect(
      parseOptions('x', merged.options, { parts: ['one', { selector: 'two', options: { first: 'a' } }] }),
    ).toEqual({
      parts: ['one', { selector: 'two', options: { first: 'a' } }],
    });
  });

  test('are found in lists, objects and among alternatives, with the way to the value', () => {
    expect(valuesWithRoles(merged.options, { parts: ['one', 'two'], deep: { last: 'free' } })).toEqual([
      { role: 'selector', path: ['parts', 0], value: 'one' },
      { role: 'selector', path: ['parts', 1], value: 'two' },
      { role: 'selector', path: ['deep', 'last'], value: 'free' },
    ]);
    expect(valuesWithRoles(free.options, { by: 3 })).toEqual([]);
    expect(valuesWithRoles(free.options, { by: 'm' })).toEqual([
      { role: 'metric', path: ['by'], value: 'm' },
    ]);
  });

  test('are those of defaults where nothing is given, and none of what is missing or null', () => {
    const { options } = two;
    expect(valuesWithRoles(options, { first: 'a' }).map(({ path, value }) => [path, value])).toEqual([
      [['first'], 'a'],
      [['second'], 'groups'],
    ]);
    expect(valuesWithRoles(options, { first: null, second: undefined })).toEqual([]);
    expect(valuesWithRoles(several.options, { columns: 'human' })).toEqual([]);
    expect(valuesWithRoles(merged.options, { parts: [], deep: {} })).toEqual([]);
  });

  test('are not those of the members that texts have by birth', () => {
    const { options } = selector('x', [], z.object({ own: z.object({ length: metricOption() }) }));
    expect(valuesWithRoles(options, { own: 'abc' })).toEqual([]);
    expect(valuesWithRoles(options, { own: { length: 'm' } })).toHaveLength(1);
  });

  test('of a column beside other alternatives belong to texts alone', () => {
    expect(valuesWithRoles(trained.options, { metric: 'a', model: 'fit.json.txt' })).toEqual([
      { role: 'metric', path: ['metric'], value: 'a' },
    ]);
    const { options } = selector('x', [], z.object({ by: z.union([z.array(z.string()), metricOption()]) }));
    expect(valuesWithRoles(options, { by: ['a'] })).toEqual([]);
    expect(valuesWithRoles(options, { by: 'a' })).toHaveLength(1);
  });

  test.each([
    ['2pl', false],
    ['5pl', false],
    ['fit.json', true],
    ['FIT.JSON', true],
    [{ kind: 'irt' }, true],
  ])('tell a document from a word beside it: %j', (model, isFile) => {
    expect(valuesWithRoles(trained.options, { model })).toHaveLength(isFile ? 1 : 0);
  });

  test('name the main metric of a selector: the first option that is one', () => {
    expect([one, two, merged, several].map(({ options }) => mainMetricOption(options))).toEqual([
      'metric',
      'first',
      undefined,
      undefined,
    ]);
  });
});

describe('the score columns a selector works on', () => {
  test.each(columns)('are those its options name, whatever they are called: %s', (column) => {
    expect(used(one, { metric: column })).toEqual([column]);
    expect(used(two, { first: column })).toEqual(inOrder(column, 'groups'));
    expect(used(several, { columns: [column, 'human'] })).toEqual(inOrder(column, 'human'));
    expect(used(free, { by: column })).toEqual([column]);
  });

  test('are none for an option whose name or text is that of a column by chance', () => {
    expect(used(two, { first: 'model', note: 'metric' })).toEqual(['model', 'groups']);
    expect(used(trained, { metric: 'groups', model: { kind: 'irt', metric: 'human' } })).toEqual(['groups']);
    expect(used(free)).toEqual([]);
  });

  test('are all automatic ones for a selector that needs scores and is not told which', () => {
    expect(used(one)).toEqual(automatic);
    expect(used(several)).toEqual(automatic);
  });

  test('are those of the data only: an unknown one is found when the selector runs', () => {
    expect(used(one, { metric: 'unheard' })).toEqual([]);
  });

  test('has one main column, where the main option names it', () => {
    const main = (of: Selector, options?: unknown) => mainMetric({ selector: of, options });
    expect(main(one, { metric: 'unheard' })).toBe('unheard');
    expect(main(two, { first: 'model', second: 'metric' })).toBe('model');
    expect([main(one), main(several, { columns: ['human'] }), main(merged, { parts: ['one'] })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('include those of the selectors it builds on, at any depth, each once', () => {
    const inner = {
      selector: 'merged',
      options: { parts: [{ selector: 'one', options: { metric: 'metric' } }, 'free'] },
    };
    const parts = [inner, { selector: 'two', options: { first: 'human', second: 'metric' } }];
    expect(used(merged, { parts })).toEqual(['human', 'metric']);
    expect(used(merged, { parts: ['free', 3, { selector: 4 }] })).toEqual([]);
    expect(() => used(merged, { parts: ['onne'] })).toThrow(/there is no selector "onne"/);
  });
});

test('a selector reads texts if it needs them, or needs no scores; one that builds on others reads what they read', () => {
  const reads = (of: Selector, options?: unknown) => readsTexts({ selector: of, options }, registry);
  expect([one, two, texts, free].map((of) => reads(of))).toEqual([false, false, true, true]);
  expect(reads(merged, { parts: ['one', 'two'] })).toBe(false);
  expect(reads(merged, { parts: ['one', { selector: 'texts' }] })).toBe(true);
  expect(reads(merged, { parts: [{ selector: 'merged', options: { parts: ['free', 'one'] } }, 'one'] })).toBe(
    true,
  );
});
