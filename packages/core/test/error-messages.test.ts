import { expect, test } from 'vitest';
import * as errors from '../src/errors.js';

/** What each error says in full, for one occurrence of every kind and every wording. */
const messages: [string, (kinds: typeof errors) => Error][] = [
  [
    'the data has no metric "blue" (did you mean "bleu"?); choose one of "bleu", "chrf"',
    ({ unknownMetric }) => unknownMetric('blue', ['bleu', 'chrf']),
  ],
  [
    'the data has no metric "blue"; it has no scores at all',
    ({ unknownMetric }) => unknownMetric('blue', []),
  ],
  [
    'a metric must be named, because the data has 2; set the option "metric" (--metric) to one of "bleu", "chrf"',
    ({ metricNotChosen }) => metricNotChosen(['bleu', 'chrf']),
  ],
  [
    'a metric must be named, because the data has none; add scores, or use a selector that needs none',
    ({ metricNotChosen }) => metricNotChosen([]),
  ],
  [
    'metric "bleu" must have a score in every cell, but 13 of 220 cells are missing in 7 items, first in item 41, system "Beta"; ' +
      'add the scores, or leave these items out (--missing drop-items); plan, compare and evaluate can also compare each pair of ' +
      'systems on the items both have (--missing pairwise)',
    ({ missingScores }) =>
      missingScores({ metric: 'bleu', cells: 13, of: 220, items: 7, where: 'item 41', system: 'Beta' }),
  ],
  [
    'no item has a score of every system for "bleu", "chrf"; choose another metric, or leave out the systems that lack scores',
    ({ nothingLeft }) => nothingLeft(['bleu', 'chrf']),
  ],
  [
    'f.jsonl:12: the id must be a text; give it one',
    ({ invalidItem }) => invalidItem('f.jsonl:12', 'the id must be a text', 'give it one'),
  ],
  [
    'f.jsonl:12, system "Beta", rater 3, criterion "style": the value must be a number; mend it',
    ({ invalidJudgement }) =>
      invalidJudgement(
        { where: 'f.jsonl:12', system: 'Beta', rater: 3, criterion: 'style' },
        'the value must be a number',
        'mend it',
      ),
  ],
  [
    'f.jsonl:12, rater "ann": the system must be named; name it',
    ({ invalidJudgement }) =>
      invalidJudgement({ where: 'f.jsonl:12', rater: 'ann' }, 'the system must be named', 'name it'),
  ],
  [
    'f.jsonl:12, judgement: it must be an object; mend it',
    ({ invalidJudgement }) => invalidJudgement({ where: 'f.jsonl:12' }, 'it must be an object', 'mend it'),
  ],
  [
    'system indices must be whole numbers from 0 to 11; got 77; take only systems of this dataset',
    ({ indexOutOfRange }) => indexOutOfRange('system', 77, 12),
  ],
  [
    'a dataset builder builds one dataset and must not be used after that; make a new DatasetBuilder',
    ({ builderUsed }) => builderUsed(),
  ],
  [
    'f.jsonl must have at least one item; it has none; check that this is the right file and that it is complete',
    ({ noItems }) => noItems('f.jsonl'),
  ],
  [
    'options of selector "irt": top must be above 0; of must be a text; mend or leave out what is named; ' +
      '`goldpan plugins` lists the options of selectors, --help those of commands and formats',
    ({ invalidOptions }) => invalidOptions('selector "irt"', ['top must be above 0', 'of must be a text']),
  ],
  [
    'budget "12 x" must be a number; give a number of items such as 100, a share such as 25%, or, with a cost model, an amount in its unit',
    ({ invalidBudget }) => invalidBudget('12 x', 'must be a number'),
  ],
  [
    'selector "k-means" needs outputs and embeddings; the data has no such thing; ' +
      'add it, or choose a selector that can run on this data (see `goldpan inspect`)',
    ({ unmetNeeds }) => unmetNeeds('k-means', ['outputs', 'embeddings']),
  ],
  [
    'selector "k-means" needs budget; none is set; say how much may be spent (--budget)',
    ({ unmetNeeds }) => unmetNeeds('k-means', ['budget']),
  ],
  [
    'there is no selector "randon" (did you mean "random"?); choose one of "irt", "random", or load its plugin with --plugin',
    ({ unknownSelector }) => unknownSelector('randon', ['irt', 'random']),
  ],
  [
    'there is no cost model "word" (did you mean "words"?); choose one of "words", or load its plugin with --plugin',
    ({ unknownCostModel }) => unknownCostModel('word', ['words']),
  ],
  [
    'there is no estimator "average"; choose one of "mean", "regression", or load its plugin with --plugin',
    ({ unknownEstimator }) => unknownEstimator('average', ['mean', 'regression']),
  ],
  [
    'there is no measure "pa" (did you mean "spa"?); choose one of "spa", "kendall"',
    ({ unknownMeasure }) => unknownMeasure('pa', ['spa', 'kendall']),
  ],
  [
    'selector names must be unique; "irt" comes from both @a/one and @b/two; leave out one of the two plugins',
    ({ duplicateName }) => duplicateName('selector', 'irt', ['@a/one', '@b/two']),
  ],
  [
    'plugin x must have apiVersion 2; it has 7; install a version of the plugin that fits this version of Goldpan',
    ({ wrongApiVersion }) => wrongApiVersion('plugin x', 7, 2),
  ],
  [
    'plugin x must have apiVersion 2; it has none; install a version of the plugin that fits this version of Goldpan',
    ({ wrongApiVersion }) => wrongApiVersion('plugin x', undefined, 2),
  ],
  [
    'plugin x must have a name; see the page on writing a selector',
    ({ invalidPlugin }) => invalidPlugin('plugin x', 'must have a name'),
  ],
  [
    'selector "irt" failed: no vectors; this is a fault of the plugin that brings it: report it to its authors',
    ({ pluginThrew }) => pluginThrew('selector "irt"', 'no vectors'),
  ],
  [
    'selector "irt" failed: TypeError: no vectors (/plugin/irt.js:3:14); this is a fault of the plugin that brings it: report it to its authors',
    ({ pluginThrew }) =>
      pluginThrew('selector "irt"', {
        name: 'TypeError',
        message: 'no vectors',
        stack: 'TypeError: no vectors\n    at fit (/plugin/irt.js:3:14)\n    at run (/host.js:1:2)',
      }),
  ],
  [
    'selector "irt" must leave data as it is; it changed the scores of bleu; ' +
      'nothing was answered, for it would rest on changed data: report it to the authors of the plugin',
    ({ dataChanged }) => dataChanged('selector "irt"', 'the scores of bleu'),
  ],
  [
    'selector "irt" must rank all items; this is a fault of the selector: report it to its authors',
    ({ invalidSelection }) => invalidSelection('irt', 'must rank all items'),
  ],
  [
    'judged data must have one shape; mend what is named, or leave it out',
    ({ invalidJudgedData }) => invalidJudgedData('must have one shape'),
  ],
  [
    'estimator "mean" must return finite numbers; this is a fault of the estimator: report it to its authors',
    ({ invalidEstimate }) => invalidEstimate('mean', 'must return finite numbers'),
  ],
  [
    'cost model "field" must give every item a cost above 0; item 31 got -4; mend the cost of this item, or choose another cost model',
    ({ invalidCosts }) => invalidCosts('field', 'item 31', -4),
  ],
  [
    'cost model "field" must give every item a cost above 0; item 31 got none; mend the cost of this item, or choose another cost model',
    ({ invalidCosts }) => invalidCosts('field', 'item 31', NaN),
  ],
  [
    'constraint "domain" must have bounds; write domain:min=5',
    ({ invalidConstraint }) => invalidConstraint('domain', 'must have bounds', 'write domain:min=5'),
  ],
  [
    'constraint "domain:min=5" needs a domain for every item; item 31 has none; add the field "domain", or leave out the constraint',
    ({ missingGroup }) => missingGroup('domain:min=5', 'domain', 'item 31'),
  ],
  [
    'constraint "domian:min=5" needs a domian for every item; the data has none (did you mean "domain"?); ' +
      'add the field "domian", or leave out the constraint',
    ({ missingGroup }) => missingGroup('domian:min=5', 'domian', undefined),
  ],
  [
    'constraint "length:min=5" needs a length for every item; item 31 has none; add sources (field "src"), or leave out the constraint',
    ({ missingGroup }) => missingGroup('length:min=5', 'length', 'item 31'),
  ],
  [
    'constraint "domain=nws:min=5" names a group that no item has: "nws" (did you mean "news"?); choose one of "news", "speech"',
    ({ unknownGroup }) => unknownGroup('domain=nws:min=5', 'nws', ['news', 'speech']),
  ],
  [
    'selector "k-means" does not keep balance, keepDocuments by itself; ' +
      'choose from what it gives with chooseWithin of @goldpan/budget, or by `goldpan select`',
    ({ constraintsRefused }) => constraintsRefused('k-means', ['balance', 'keepDocuments']),
  ],
];
test.each(messages)('%s', (message, make) => expect(make(errors).message).toBe(message));
