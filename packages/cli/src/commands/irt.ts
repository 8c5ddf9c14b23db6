import { Command, Option } from '@commander-js/extra-typings';
import { resolveMetric, type IrtDocument, type ItemParameters, type Warning } from '@goldpan/core';
import { writeFileAtomic } from '@goldpan/formats';
import { renderTable, textCell, type Column } from '@goldpan/report';
import {
  describeIrt,
  fitIrt,
  IRT_MODELS,
  IRT_NOISES,
  irtCurves,
  irtModelText,
  itemParametersJson,
  pyIrtJsonl,
  type DescribedItem,
  type IrtModel,
} from '@goldpan/selector-irt';
import { resolve } from 'node:path';
import { dataInfo, finiteOrNull, loadItems } from '@goldpan/workflows';
import { printResult } from '../print-result.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../command-context.js';
import { surroundingsOf } from '../surroundings.js';
import { shared, list } from '../shared-options.js';
import { version } from '../version.js';

/** Items whose curves are drawn. */
const CURVES = 12;

/** `goldpan irt`: how able the systems are, and what the items tell about them. */
export function irtCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('irt')
    .description(
      'Fit an item response model: abilities of systems, difficulty, discrimination and information of items.',
    )
    .argument('<items>', 'file of items')
    .option('--metric <name>', 'the scores to fit; default: those of the only automatic metric')
    .addOption(
      new Option(
        '--model <name>',
        'the model; default: 2pl for scores of 0 and 1, else continuous-2pl',
      ).choices(IRT_MODELS),
    )
    .addOption(new Option('--noise <form>', 'noise of continuous models').choices(IRT_NOISES))
    .option('--binarise <threshold>', 'make scores binary: median, mean, or 1 at or above a number')
    .option('--range <low,high>', 'lowest and highest possible score, for continuous models')
    .option('--save-model <file>', 'write the fitted model there; use it with --option model=FILE')
    .option('--item-parameters <file>', 'write the item parameters there, under the names of py-irt')
    .option('--py-irt <file>', 'write the scores there, as the JSON lines that py-irt reads')
    .addOption(shared.html())
    .addOption(shared.plugin())
    .addOption(shared.format())
    .addOption(shared.formatOption())
    .addOption(shared.json())
    .addOption(shared.quiet())
    .addHelpText(
      'after',
      examples(
        'goldpan irt items.jsonl --metric human --html irt.html',
        'goldpan irt items.jsonl --metric MetricX --model continuous-4pl --save-model model.json',
      ),
    )
    .action(async (path, flags) => {
      const surroundings = surroundingsOf(context, flags);
      const file = await loadItems(path, { ...flags, ...surroundings, texts: false });
      const { dataset } = file;
      const model = fitIrt(dataset, {
        metric: resolveMetric(dataset, flags.metric),
        model: flags.model,
        noise: flags.noise,
        ...(flags.binarise !== undefined && { binarise: readThreshold(flags.binarise) }),
        ...(flags.range !== undefined && { range: list(flags.range).map(Number) as [number, number] }),
      });
      for (const [to, text] of [
        [flags.saveModel, () => irtModelText(model)],
        [flags.itemParameters, () => itemParametersJson(model)],
        [flags.pyIrt, () => pyIrtJsonl(dataset, model)],
      ] as const) {
        if (to !== undefined) await writeFileAtomic(resolve(terminal.folder, to), text());
      }
      await printResult(irtResult(model, dataInfo(file)), terminal, flags);
      if (!flags.json) terminal.out(`\n${abilityTable(model, terminal.width)}\n${shortLists(model)}`);
    });
}

function readThreshold(text: string): 'median' | 'mean' | number {
  return text === 'median' || text === 'mean' ? text : Number(text);
}

function irtResult(model: IrtModel, data: IrtDocument['data']): IrtDocument {
  const { abilities, items } = describeIrt(model);
  const drawn = items.slice(0, CURVES).map(({ id }) => id);
  const curves = irtCurves(model, { items: drawn });
  const points = (information: readonly number[]) =>
    information.map((value, k) => ({ ability: curves.abilities[k], information: value }));
  const curveOf = new Map(curves.items.map(({ id, information }) => [id, points(information)]));
  const { rmse, logLikelihood } = model.fit;
  return {
    goldpan: version,
    command: 'irt',
    seed: 0,
    data,
    model: model.model,
    metric: model.metric,
    abilities: abilities.map(({ system, ability, standardError }) => ({
      system,
      ability,
      se: standardError,
    })),
    items: items.map((item) => ({
      ...parametersOf(item),
      ...(curveOf.has(item.id) && { curve: curveOf.get(item.id) }),
    })),
    information: points(curves.test.information),
    fit: { logLikelihood: finiteOrNull(logLikelihood), rmse: finiteOrNull(rmse) },
    warnings: warningsOf(model),
  };
}

function parametersOf({
  id,
  difficulty,
  discrimination,
  guessing,
  feasibility,
  information,
}: DescribedItem): ItemParameters {
  return {
    id,
    parameters: {
      difficulty,
      discrimination,
      ...(guessing !== undefined && { guessing }),
      ...(feasibility !== undefined && { feasibility }),
      information,
    },
  };
}

function warningsOf({ notes, fit }: IrtModel): Warning[] {
  return [
    ...(fit.converged
      ? []
      : [
          {
            code: 'NOT_CONVERGED',
            text: `The search did not come to rest in ${fit.passes} passes: take the numbers as rough.`,
          },
        ]),
    ...notes.map((text) => ({ code: 'NOTE', text })),
  ];
}

/** Systems by ability, with 95 % intervals. */
function abilityTable(model: IrtModel, width: number): string {
  const rows = describeIrt(model).abilities.map(({ system, ability, low, high }) => [
    textCell(system),
    textCell(ability.toFixed(2)),
    textCell(`${low.toFixed(2)} to ${high.toFixed(2)}`),
  ]);
  const columns: Column[] = [
    { title: 'system' },
    { title: 'ability', align: 'right' },
    { title: '95 % interval', align: 'right' },
  ];
  return renderTable({ columns, rows }, { width });
}

/** The items at the ends: those to keep, those hardest, those that could be left out. */
function shortLists(model: IrtModel): string {
  const { mostInformative, hardest, leastUseful } = describeIrt(model, { top: 5 });
  const names = (items: readonly DescribedItem[], of: (item: DescribedItem) => string) =>
    items.map((item) => `${item.id} (${of(item)})`).join(', ');
  const share = ({ share }: DescribedItem) => `${(100 * share).toFixed(1)} % of the information`;
  return [
    `\nMost informative: ${names(mostInformative, share)}\n`,
    `Hardest: ${names(hardest, ({ difficulty }) => `difficulty ${difficulty.toFixed(2)}`)}\n`,
    `Least useful: ${names(leastUseful, share)}\n`,
  ].join('');
}
