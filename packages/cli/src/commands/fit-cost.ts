import { Command, Option } from '@commander-js/extra-typings';
import { fitCost, type FittedCosts } from '@goldpan/budget';
import { writeFileAtomic } from '@goldpan/formats';
import { resolve } from 'node:path';
import { dataInfo, loadItems } from '../load-items.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../program.js';
import { shared } from '../shared-options.js';
import { version } from '../version.js';

/** `goldpan fit-cost`: learn from returned annotation times what judging an item costs. */
export function fitCostCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('fit-cost')
    .description('Learn from items with a "cost" (such as annotation times) what judging an item costs.')
    .argument('<items>', 'file of items with costs and texts')
    .requiredOption('--out <file>', 'write the cost model there, as JSON; use it with --cost model:FILE')
    .option('--unit <name>', 'what the costs are counted in: seconds, minutes, EUR', 'units')
    .addOption(
      new Option('--count <what>', 'what lengths are counted in; default: by the script').choices([
        'words',
        'characters',
      ] as const),
    )
    .addOption(shared.plugin())
    .addOption(shared.format())
    .addOption(shared.formatOption())
    .addOption(shared.json())
    .addOption(shared.quiet())
    .addHelpText(
      'after',
      examples(
        'goldpan fit-cost judged.jsonl --unit seconds --out cost.json',
        'goldpan select items.jsonl --selector random --cost model:cost.json --budget "2 h"',
      ),
    )
    .action(async (path, flags) => {
      const file = await loadItems(path, context, flags);
      const fit = fitCost(file.dataset, { unit: flags.unit, count: flags.count });
      await writeFileAtomic(resolve(terminal.folder, flags.out), `${JSON.stringify(fit.model, null, 2)}\n`);
      if (flags.json) {
        terminal.out(
          `${JSON.stringify({ goldpan: version, command: 'fit-cost', data: dataInfo(file), file: flags.out, ...fit })}\n`,
        );
      } else terminal.out(inWords(fit, flags.out));
    });
}

function inWords({ model, items, withoutCost }: FittedCosts, file: string): string {
  const { unit, fixed, perSource, perOutput, least, count, r2, medianError } = model;
  const terms = [
    fixed.toPrecision(3),
    ...(perSource > 0 ? [`${perSource.toPrecision(3)} per source ${count.slice(0, -1)}`] : []),
    ...(perOutput > 0 ? [`${perOutput.toPrecision(3)} per output ${count.slice(0, -1)}`] : []),
  ];
  const left = withoutCost === 0 ? '' : ` (${withoutCost} without a cost left out)`;
  return [
    `${file}: cost = ${terms.join(' + ')} ${unit}, at least ${least.toPrecision(3)}; learned from ${model.items} items${left}.\n`,
    `R² ${r2.toFixed(2)}; half of the items are within ${medianError.toPrecision(3)} ${unit} of it.\n`,
    `${residualPlot(items)}\n`,
  ].join('');
}

/** How far costs are from the model, by predicted cost: one line per fifth of the items. */
function residualPlot(items: FittedCosts['items']): string {
  const sorted = items.toSorted((a, b) => a.predicted - b.predicted);
  const rows = Array.from({ length: 5 }, (_, fifth) => {
    const part = sorted.slice(
      Math.floor((fifth * sorted.length) / 5),
      Math.floor(((fifth + 1) * sorted.length) / 5),
    );
    const residuals = part.map(({ residual }) => residual).sort((a, b) => a - b);
    const at = (p: number) => residuals[Math.min(residuals.length - 1, Math.floor(p * residuals.length))];
    return [part[0].predicted, part[part.length - 1].predicted, at(0.1), at(0.5), at(0.9)];
  });
  return residualTable(rows);
}

function residualTable(rows: readonly number[][]): string {
  const line = ([from, to, ...quantiles]: readonly number[]) =>
    `  ${from.toPrecision(3).padStart(7)} to ${to.toPrecision(3).padEnd(7)} ${quantiles.map((value) => value.toPrecision(2).padStart(9)).join('')}`;
  return ['Residuals by predicted cost:      10 %     50 %     90 %', ...rows.map(line)].join('\n');
}
