import { rankByUtility, runSelector, takeItems } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import plugin, {
  fitIrt,
  irt,
  irtCurves,
  IRT_UTILITIES,
  describeIrt,
  itemParametersJson,
  itemUtilities,
  pyIrtJsonl,
  type IrtModel,
} from '../src/index.js';
import { dataOf, drawContinuous, drawTwoParameter } from './support.js';

const { rows } = drawContinuous(30, 6, 31);
const dataset = dataOf(rows);
const model = fitIrt(dataset, { metric: 'm', model: 'continuous-4pl' });
const run = (options: object, data = dataset) =>
  runSelector(irt, data, { options: { metric: 'm', ...options } });
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

describe('utilities follow their definitions', () => {
  test('properties of the curve', () => {
    const of = (name: (typeof IRT_UTILITIES)[number]) => Array.from(itemUtilities(model, name));
    expect(of('difficulty')).toEqual(model.items.map(({ difficulty }) => difficulty));
    expect(of('discrimination')).toEqual(model.items.map(({ discrimination }) => discrimination));
    expect(of('feasibility')).toEqual(model.items.map(({ feasibility }) => feasibility));
    expectClose(
      of('difficulty-discrimination'),
      model.items.map(({ difficulty, discrimination }) => difficulty * discrimination),
      { absolute: 1e-12 },
    );
  });

  test('information: of a 2PL, Σ a² P(1 − P) over the systems', () => {
    const binary = fitIrt(dataOf(drawTwoParameter(20, 5, 3).rows), { metric: 'm' });
    const expected = binary.items.map(({ discrimination: a, difficulty: b }) =>
      binary.abilities.reduce((sum, { ability }) => {
        const p = logistic(a * (ability - b));
        return sum + a * a * p * (1 - p);
      }, 0),
    );
    expectClose(itemUtilities(binary, 'information'), expected, { relative: 1e-9 });
  });

  test('information: of a continuous 4PL, the squared slope of the curve over the variance of the noise', () => {
    const expected = model.items.map(({ discrimination: a, difficulty: b, guessing, feasibility }) =>
      model.abilities.reduce((sum, { ability }) => {
        const curve = (theta: number) => guessing! + (feasibility! - guessing!) * logistic(a * (theta - b));
        const slope = (curve(ability + 1e-5) - curve(ability - 1e-5)) / 2e-5;
        return sum + (slope / model.noise!.deviation) ** 2;
      }, 0),
    );
    expectClose(itemUtilities(model, 'information'), expected, { relative: 1e-6 });
  });

  test('expected information is information averaged over each ability’s posterior', () => {
    const sharp: IrtModel = { ...model, abilities: model.abilities.map((a) => ({ ...a, standardError: 0 })) };
    expectClose(itemUtilities(sharp, 'expected-information'), itemUtilities(sharp, 'information'), {
      relative: 1e-9,
    });
    const vague: IrtModel = {
      ...model,
      abilities: model.abilities.map((a) => ({ ...a, standardError: 0.6 })),
    };
    const [item] = vague.items;
    // A fine grid of normal quantiles stands for the posterior.
    let [sum, weight] = [0, 0];
    for (let z = -6; z <= 6; z += 0.02) {
      const moved = {
        ...vague,
        items: [item],
        abilities: vague.abilities.map((a) => ({ ...a, ability: a.ability + 0.6 * z })),
      };
      sum += Math.exp((-z * z) / 2) * itemUtilities(moved, 'information')[0];
      weight += Math.exp((-z * z) / 2);
    }
    expectClose(itemUtilities(vague, 'expected-information')[0], sum / weight, { relative: 0.01 });
  });

  test('the reference’s variant turns difficulty and discrimination round, and nothing else', async () => {
    for (const utility of IRT_UTILITIES) {
      const options = { model: 'continuous-4pl', utility };
      const [ours, theirs] = [await run(options), await run({ ...options, variant: 'reference' })];
      const sign = utility === 'difficulty' || utility === 'discrimination' ? -1 : 1;
      expectClose(
        theirs.utilities!,
        ours.utilities!.map((value) => sign * value),
        { absolute: 0 },
      );
    }
  });
});

describe('the selector', () => {
  test('ranks by the utility and keeps the fitted model in the details', async () => {
    const selection = await run({ model: 'continuous-4pl', utility: 'information' });
    expect(selection.details).toEqual({ utility: 'information', model });
    expect(selection.ranking).toEqual(rankByUtility(itemUtilities(model, 'information')));
  });

  test('takes a fitted model, finds its items by id, and does not fit again', async () => {
    const some = takeItems(dataset, [7, 3, 11]);
    const selection = await run({ model: JSON.parse(JSON.stringify(model)), utility: 'difficulty' }, some);
    expect(Array.from(selection.utilities!)).toEqual([7, 3, 11].map((item) => model.items[item].difficulty));
    const other = dataOf(rows.slice(0, 2), { ids: ['item 0', 'elsewhere'] });
    await expect(run({ model }, other)).rejects.toMatchObject({
      code: 'IRT_UNKNOWN_ITEMS',
      fields: { missing: ['elsewhere'], size: 2 },
    });
  });

  test('refuses what is not a model with the place of the fault', async () => {
    const { items: _, ...broken } = model;
    await expect(run({ model: broken })).rejects.toMatchObject({
      code: 'IRT_BAD_MODEL',
      fields: { where: 'items' },
    });
    const negative = { ...model, items: [{ ...model.items[0], discrimination: -1 }] };
    await expect(run({ model: negative })).rejects.toMatchObject({
      fields: { where: 'items.0.discrimination' },
    });
  });

  test('feasibility needs a model that has it', async () => {
    await expect(run({ model: 'continuous-2pl', utility: 'feasibility' })).rejects.toMatchObject({
      code: 'IRT_NO_FEASIBILITY',
    });
  });

  test('is the plugin’s only one', () => {
    expect(plugin).toMatchObject({ name: '@goldpan/selector-irt', selectors: [irt] });
    expect(irt.traits).toEqual({
      itemwise: false,
      deterministic: true,
      nested: true,
      extendsJudged: false,
      keepsBounds: false,
      design: false,
    });
  });
});

describe('what others read', () => {
  test('the description: abilities best first with intervals, items by information and difficulty', () => {
    const { abilities, items, mostInformative, hardest, leastUseful } = describeIrt(model, { top: 4 });
    expect(abilities.map(({ ability }) => ability)).toEqual(
      model.abilities.map(({ ability }) => ability).sort((a, b) => b - a),
    );
    for (const [level, reach] of [
      [0.95, 1.959963984540054],
      [0.6, 0.8416212335729143],
    ]) {
      const [described] = describeIrt(model, { level }).abilities;
      const { ability, standardError } = described;
      expectClose(
        [described.low, described.high],
        [ability - reach * standardError, ability + reach * standardError],
        { absolute: 1e-12 },
      );
      expect(described.level).toBe(level);
    }
    expect(abilities).toEqual(describeIrt(model, { level: 0.95 }).abilities);
    expect(items.map(({ information }) => information)).toEqual(
      Array.from(itemUtilities(model, 'information')).sort((a, b) => b - a),
    );
    expectClose(
      items.reduce((sum, { share }) => sum + share, 0),
      1,
      { absolute: 1e-12 },
    );
    expect(mostInformative).toEqual(items.slice(0, 4));
    expect(leastUseful).toEqual(items.slice(-4).reverse());
    expect(hardest[0].difficulty).toBe(Math.max(...model.items.map(({ difficulty }) => difficulty)));
    expect(model.items[hardest[0].position].id).toBe(hardest[0].id);
  });

  test('curves: expected scores on the scale of the scores, information summed over the test', () => {
    const stretched = dataOf(rows.map((row) => row.map((score) => 10 * score - 5)));
    const other = fitIrt(stretched, { metric: 'm', range: [-5, 5] });
    const curves = irtCurves(other, { items: ['item 4', 'item 2'], from: -2, to: 2, points: 5 });
    expect(curves.abilities).toEqual([-2, -1, 0, 1, 2]);
    expect(curves.items.map(({ id }) => id)).toEqual(['item 2', 'item 4']);
    const { discrimination, difficulty } = other.items[2];
    expectClose(
      curves.items[0].expected,
      curves.abilities.map((ability) => 10 * logistic(discrimination * (ability - difficulty)) - 5),
      { absolute: 1e-9 },
    );
    const all = irtCurves(other, { items: other.items.map(({ id }) => id), from: -2, to: 2, points: 5 });
    const sums = curves.abilities.map((_, k) =>
      all.items.reduce((sum, item) => sum + item.information[k], 0),
    );
    expectClose(curves.test.information, sums, { relative: 1e-9 });
    expectClose(
      curves.test.standardError,
      sums.map((sum) => 1 / Math.sqrt(1 + sum)),
      { relative: 1e-9 },
    );
    expect(() => irtCurves(other, { items: ['nowhere'] })).toThrow(/lacks 1 of 1: "nowhere"/);
  });

  test('item parameters under the names of py-irt', () => {
    const json = JSON.parse(itemParametersJson(model));
    expect(json.irt_model).toBe('continuous-4pl');
    expect(json.diff).toEqual(model.items.map(({ difficulty }) => difficulty));
    expect(json.disc).toEqual(model.items.map(({ discrimination }) => discrimination));
    expect(json.lambdas).toEqual(model.items.map(({ feasibility }) => feasibility));
    expect(json.ability).toEqual(model.abilities.map(({ ability }) => ability));
    expect(json.item_ids[29]).toBe('item 29');
    expect(json.subject_ids).toEqual({
      0: 'system 0',
      1: 'system 1',
      2: 'system 2',
      3: 'system 3',
      4: 'system 4',
      5: 'system 5',
    });
  });

  test('py-irt JSON lines: coded scores by system, missing ones left out', () => {
    const ids = ['__proto__', 'b"'];
    const data = dataOf(
      [
        [4, NaN, 8],
        [2, 6, 4],
      ],
      { ids, systems: ['x', '__proto__', 'z'] },
    );
    const text = pyIrtJsonl(data, { metric: 'm', coding: { kind: 'binary', threshold: 4 } });
    expect(text.split('\n')).toEqual([
      '{"subject_id":"x","responses":{"__proto__":1,"b\\"":0}}',
      '{"subject_id":"__proto__","responses":{"b\\"":1}}',
      '{"subject_id":"z","responses":{"__proto__":1,"b\\"":1}}',
      '',
    ]);
  });
});
