import { type AgainstRandom, DEMO, type DemoFacts, type PickedItem } from '@goldpan/workflows';
import type { Paint } from '@goldpan/report';

/** How the story is set. */
export interface Setting {
  readonly width: number;
  readonly paint: Paint;
}

/** Tells the facts so that a person can follow them on one screen. */
export function demoStory(facts: DemoFacts, { width, paint }: Setting): string {
  const { items, systems, size } = facts;
  const heading = (number: number, text: string) => `\n${paint.bold(`${number}. ${text}`)}\n`;
  return [
    paint.bold('Which summaries should people judge?'),
    '\n',
    heading(1, 'The data'),
    `${systems} systems summarised ${items} news articles (REALSumm, CC BY 4.0). People judged all ${items * systems} summaries: the\n`,
    `truth here, and what a team would like to save. ${facts.metrics} automatic metrics cost nothing; ${facts.agreement.metric}\n`,
    `agrees best with people (Pearson ${facts.agreement.pearson.toFixed(2)}).\n`,
    heading(2, `Picking a quarter: ${size} items, ${size * systems} judgements`),
    `${DEMO.selector} picks the articles on which ${DEMO.metric} sees the systems furthest apart. First of them:\n`,
    ...facts.picked.map((item) => `\n${pickedText(item, facts, width)}`),
    heading(3, 'Does the quarter tell what all the judgements tell?'),
    `${' '.repeat(34)}picked   random quarters (${DEMO.seeds} seeds)\n`,
    comparisonLine('soft pairwise accuracy (SPA)', facts.spa, paint),
    comparisonLine('Kendall’s tau of the ranking', facts.kendall, paint),
    `1 = as all ${items} items say; the range holds 90 % of the random quarters.\n`,
    `${verdict(facts.spa)}\n`,
    heading(4, 'How many items would do?'),
    planText(facts),
  ].join('');
}

function pickedText(
  { id, source, utility, best, worst }: PickedItem,
  facts: DemoFacts,
  width: number,
): string {
  const times = utility / facts.typicalUtility;
  const line = (text: string) => (text.length > width ? `${text.slice(0, width - 1)}…` : text);
  const output = (label: string, { system, score, text }: PickedItem['best']) =>
    line(`     ${label} ${score.toFixed(2)}  ${system}: ${oneLine(text)}`);
  return [
    line(
      `   item ${id}, variance ${utility.toFixed(3)}, ${times.toFixed(0)} times the median: ${oneLine(source)}`,
    ),
    output('highest', best),
    output('lowest ', worst),
    '',
  ].join('\n');
}

function comparisonLine(name: string, { picked, random }: AgainstRandom, paint: Paint): string {
  const range = `${random.mean.toFixed(3)}  (${random.low.toFixed(3)} to ${random.high.toFixed(3)})`;
  return `   ${name.padEnd(30)} ${paint.bold(picked.toFixed(3).padStart(6))}   ${range}\n`;
}

function planText({ plan, items }: DemoFacts): string {
  const sizes = ({ median, low, high }: DemoFacts['plan']['size']) =>
    `${median ?? `more than ${items}`} items (${low ?? `more than ${items}`} to ${high ?? `more than ${items}`})`;
  return [
    `To reach an SPA of ${DEMO.goal.split('=')[1]} on articles like these, a test set needs, in the median and nine times in ten (${DEMO.replicates} simulated):\n`,
    `   picked by ${DEMO.selector}  ${sizes(plan.size)}\n`,
    `   ${'at random'.padEnd(`picked by ${DEMO.selector}`.length)}  ${sizes(plan.random)}\n`,
    `\`goldpan plan\` does this for your data, selector, goal and cost model.\n`,
  ].join('');
}

/** What the comparison says, whichever way it goes. */
function verdict({ picked, random }: AgainstRandom): string {
  if (picked > random.high) return 'Picking beats nearly every random quarter here.';
  if (picked < random.low)
    return 'Picking is worse than nearly every random quarter here: this metric misleads.';
  const side = picked > random.mean ? 'a little above' : 'a little below';
  return `Picking lands ${side} the average random quarter, well inside their range: no proof that this metric\nhelps here. \`goldpan compare\` tries every selector and says so when one does.`;
}

/** Text of the data on one line, without control characters. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}
