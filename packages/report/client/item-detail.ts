import { element, isolated } from './element.js';
import type { Item, ItemData, ScoreScale } from './items.js';

/** Everything about one item: where it is from, its source, and what the systems made of it, best score first. */
export function itemDetail(item: Item, data: ItemData, scale: ScoreScale): DocumentFragment {
  const detail = document.createDocumentFragment();
  const facts = factsOf(item);
  if (facts.length > 0) detail.append(element('p', { className: 'facts' }, ...facts));
  if (item.source !== undefined) {
    detail.append(element('h4', {}, 'Source'), ...sourceElements(item.source));
  }
  const outputs = outputsOf(item, data);
  if (outputs.length === 0) return detail;
  const scores = data.metric === undefined ? [] : [' by ', isolated(data.metric)];
  const list = outputs.map((output) => outputElement(output, scale));
  detail.append(element('h4', {}, 'Outputs', ...scores), element('ol', { className: 'outputs' }, ...list));
  return detail;
}

/** Longer sources are folded to their first lines. */
const LONG = 600;

function sourceElements(source: string): readonly HTMLElement[] {
  const text = element('p', { className: 'text', dir: 'auto' }, source);
  if (source.length <= LONG) return [text];
  const button = element('button', { type: 'button', className: 'unfold' }, 'Show the whole source');
  text.classList.add('folded');
  button.addEventListener('click', () => {
    text.classList.remove('folded');
    button.remove();
  });
  return [text, button];
}

interface Output {
  readonly system: string;
  readonly text: string | null;
  readonly score: number | null;
}

function factsOf({ document: name, domain, inclusion, weight }: Item): Node[] {
  const facts: [string, string | undefined][] = [
    ['Document', name],
    ['Domain', domain],
    ['Chance of being chosen', inclusion?.toFixed(3)],
    ['Stands for', weight === undefined ? undefined : `${Number(weight.toFixed(2))} items`],
  ];
  return facts.flatMap(([label, value]) =>
    value === undefined ? [] : [element('span', {}, `${label}: `, isolated(value))],
  );
}

function outputsOf({ texts, scores }: Item, { systems }: ItemData): readonly Output[] {
  return systems
    .map((system, s) => ({ system, text: texts?.[s] ?? null, score: scores?.[s] ?? null }))
    .filter(({ text, score }) => text !== null || score !== null)
    .sort((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity));
}

function outputElement({ system, text, score }: Output, scale: ScoreScale): HTMLElement {
  const bar = element('span', { className: 'bar', ariaHidden: 'true' });
  const filled = element('span');
  const { low, high } = scale;
  filled.style.width = `${score === null || high === low ? 0 : (100 * (score - low)) / (high - low)}%`;
  bar.append(filled);
  const head = element('p', { className: 'output-head' }, isolated(system), bar, scale.format(score));
  const body = text === null ? [] : [element('p', { className: 'text', dir: 'auto' }, text)];
  return element('li', {}, head, ...body);
}
