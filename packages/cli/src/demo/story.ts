import { numberCell, renderTable, textCell, wrapText, type Paint } from '@goldpan/report';
import { DEMO, type DemoFacts, type DemoSizes } from '@goldpan/workflows';

/** How the story is set. */
export interface Setting {
  readonly width: number;
  readonly paint: Paint;
}

/** Systems and articles that are shown. */
const [SYSTEMS, ARTICLES] = [5, 3];

/** Tells the facts so that a person can follow them on one screen. */
export function demoStory(facts: DemoFacts, { width, paint }: Setting): string {
  const { items, systems, chosen, outputs, ranked } = facts;
  const heading = (number: number, text: string) => `\n${paint.bold(`${number}. ${text}`)}`;
  const told = (text: string) => wrapText(text, width);
  return [
    paint.bold('Which of these systems writes the best summaries?'),
    heading(1, 'The data'),
    told(
      `${systems} systems summarised ${items} news articles (REALSumm, CC BY 4.0). People judged all ${items * systems} summaries: the truth here, and ` +
        `what a team would like to save. ${facts.metrics} automatic metrics cost nothing; ${facts.agreement.metric} agrees best with people ` +
        `(Pearson ${facts.agreement.pearson.toFixed(2)}).`,
    ),
    heading(2, `Judge a quarter: \`goldpan select\` draws ${chosen.length} articles`),
    told(
      `At random, so that they can speak for all ${items}. Identical summaries are judged once: ${outputs.distinct} judgements for ${outputs.cells} summaries. The first:`,
    ),
    ...chosen.slice(0, ARTICLES).map(({ id, source }) => articleLine(id, source, width)),
    heading(3, `What the quarter says: \`goldpan rank\``),
    told(facts.verdict),
    '',
    systemTable(facts, { width, paint }),
    '',
    told(
      `The order is by best guess, which leans on the metrics. What all ${items} say lies in the interval of the estimate for ${ranked.filter(({ mean, low, high }) => low <= mean && mean <= high).length} of the ${systems} systems, ` +
        `and among the ranks it can have for ${ranked.filter(({ rank, ranks }) => ranks.low <= rank && rank <= ranks.high).length}.`,
    ),
    heading(4, `What metrics add, and what picking does`),
    told(
      `How well does a quarter rank the systems, and how many articles make that good? SPA is soft pairwise accuracy: 1 = as all ${items} articles say.`,
    ),
    '',
    campaignTable(facts, { width, paint }),
    '',
    told(`${metricsVerdict(facts)} ${pickingVerdict(facts)}`),
    '',
  ].join('\n');
}

function articleLine(id: string, source: string, width: number): string {
  const line = `   item ${id}: ${oneLine(source)}`;
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}

function systemTable({ ranked, items }: DemoFacts, { width, paint }: Setting): string {
  const columns = [
    { title: 'system' },
    { title: 'best guess', align: 'right' },
    { title: 'estimate', align: 'right' },
    { title: '95% interval', align: 'right' },
    { title: 'can be', align: 'right' },
    { title: `by all ${items}`, align: 'right' },
    { title: 'rank', align: 'right' },
  ] as const;
  const rows = ranked
    .slice(0, SYSTEMS)
    .map(({ name, bestGuess, estimate, low, high, ranks, mean, rank }) => [
      textCell(name),
      textCell(score(bestGuess)),
      textCell(score(estimate)),
      textCell(`${score(low)} to ${score(high)}`),
      textCell(ranks.low === ranks.high ? `${ranks.low}` : `${ranks.low}–${ranks.high}`),
      textCell(score(mean)),
      numberCell(rank, String),
    ]);
  return renderTable({ columns, rows }, { width, color: paint });
}

function campaignTable({ spa, sizes }: DemoFacts, { width, paint }: Setting): string {
  const columns = [
    { title: 'a quarter' },
    { title: 'SPA', align: 'right' },
    { title: `nine in ten of ${DEMO.draws}`, align: 'right' },
    { title: `articles for SPA ${DEMO.goal.split('=')[1]}`, align: 'right' },
  ] as const;
  const row = (name: string, value: number, range: string, needed: DemoSizes) => [
    textCell(name),
    textCell(score(value)),
    textCell(range),
    textCell(sizesText(needed)),
  ];
  const range = ({ low, high }: DemoFacts['spa']['means']) => `${score(low)} to ${score(high)}`;
  const rows = [
    row('at random, plain means', spa.means.mean, range(spa.means), sizes.means),
    row('at random, as rank reads it', spa.estimate.mean, range(spa.estimate), sizes.estimate),
    row(`picked by ${DEMO.selector}, as rank reads it`, spa.picked, '', sizes.picked),
  ];
  return renderTable({ columns, rows }, { width, color: paint });
}

/** What the estimate gains over plain means, whichever way it goes. */
function metricsVerdict({ spa }: DemoFacts): string {
  return spa.estimate.mean > spa.means.mean
    ? 'With the metrics, the same judgements rank the systems better.'
    : 'The metrics add nothing here.';
}

/** What picking gains over random quarters, whichever way it goes. */
function pickingVerdict({ spa: { picked, estimate } }: DemoFacts): string {
  if (picked > estimate.high) return 'Picking beats nearly every random quarter here.';
  if (picked < estimate.low)
    return 'Picking is worse than nearly every random quarter here: this metric misleads.';
  return `Picking the articles on which ${DEMO.metric} sees the systems furthest apart is not shown to beat random quarters; \`goldpan compare\` tries every selector and says when one does.`;
}

function sizesText({ median, low, high }: DemoSizes): string {
  const text = (size: number | null) => (size === null ? 'all' : String(size));
  return `${text(median)} (${text(low)} to ${text(high)})`;
}

function score(value: number): string {
  return value.toFixed(3);
}

/** Text of the data on one line, without control characters. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}
