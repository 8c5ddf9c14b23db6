import { withMinus } from '../format/numbers.js';
import type { KeyNumber, View } from '../view/view.js';
import { blockHtml } from './block-html.js';
import { data, html, type Markup } from './markup.js';

/** One result: the question (unless the page is titled by it), the answer, what supports it, how it was made. */
export function sectionHtml(view: View, id: string, isTitled: boolean): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title" ${isTitled && html` class="hidden"`}>${view.title}</h2>
    <p class="answer">${data(view.answer)}</p>
    ${warningsHtml(view)}${numbersHtml(view.numbers)}${view.blocks.map((block) => blockHtml(block, id))}${methodHtml(view)}
  </section> `;
}

function warningsHtml({ warnings }: View): Markup | false {
  if (warnings.length === 0) return false;
  return html`<ul class="warnings" aria-label="Warnings">
    ${warnings.map(({ code, text }) => html`<li>${data(text)} <span class="note">(${data(code)})</span></li>`)}
  </ul> `;
}

function numbersHtml(numbers: readonly KeyNumber[]): Markup | false {
  if (numbers.length === 0) return false;
  return html`<dl class="numbers">
    ${numbers.map(
      ({ label, value, note = '', tone = 'neutral' }) =>
        html`<div>
          <dt>${data(label)}</dt>
          <dd class="value ${tone}">${data(withMinus(value))}</dd>
          ${note !== '' && html`<dd class="note">${data(withMinus(note))}</dd>`}
        </div>`,
    )}
  </dl> `;
}

function methodHtml({ facts, reproduce }: View): Markup {
  const command = reproduce !== undefined && html`<pre><code>${data(reproduce)}</code></pre>`;
  return html`<div class="method">
    <h3>How this was made</h3>
    <dl>
      ${facts.map(
        ({ name, value }) =>
          html`<dt>${name}</dt>
            <dd${/^[0-9a-f]{40,}$/.test(value) && html` class="hash"`}>${data(value)}</dd>`,
      )}
    </dl>
    ${command}
  </div> `;
}
