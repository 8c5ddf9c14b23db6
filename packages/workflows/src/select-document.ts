import type { Json, SelectDocument, Selection, Warning } from '@goldpan/core';
import { chosenItems } from './chosen-items.js';
import { designReason } from './design-reason.js';
import { explanations } from './explanations.js';
import type { FoundSelection } from './found-selection.js';
import { infoOf } from './given-data.js';
import { version } from './version.js';

/** How a selection is to be shown. */
export interface SelectionView {
  /** The scores that are shown: those of the metric that the selector worked on. */
  readonly metric?: string;
  /** The options as they were given. */
  readonly options: Json;
  /** Whether the document says why each item was chosen. */
  readonly explain?: boolean;
  /** Where the design was chosen for the user, who is told why: what a pilot says, if there is one. */
  readonly chosenFor?: { readonly why?: string };
}

/** The document of a selection. */
export function selectDocument(found: FoundSelection, view: SelectionView): SelectDocument {
  const { info, size, dataset, selection, choice, replaced = 0, costs, budget, outputs, warnings } = found;
  const { metric } = view;
  const chosen = chosenItems(dataset, selection, { costs, metric });
  return {
    goldpan: version,
    command: 'select',
    seed: selection.seed,
    data: infoOf({ size, systems: dataset.systems }, info),
    selector: selection.selector,
    options: view.options,
    metric,
    chosen,
    cost: {
      total: choice?.spending.total ?? chosen.reduce((sum, { cost }) => sum + cost, 0),
      unit: costs?.unit ?? 'items',
      budget: (costs ? budget?.cost : budget?.items) ?? null,
      ...(costs && budget?.items !== undefined && { budgetItems: budget.items }),
      all: costs ? costs.values.reduce((sum, cost) => sum + cost, 0) : size,
      ...(costs?.judgements !== undefined && { judgements: costs.judgements }),
    },
    ...(outputs && { outputs }),
    warnings: [
      ...selectorWarnings(selection),
      ...setWarnings(selection, replaced),
      ...aboveAll(found),
      ...warnings,
    ],
    ...(selection.details !== undefined && { details: selection.details }),
    ...(selection.bound && { bound: selection.bound }),
    ...(view.chosenFor && { reason: designReason(found, view.chosenFor.why) }),
    ...(view.explain && { explanation: explanations(found) }),
  };
}

/** What the selector has to say about its own result, with its name. */
function selectorWarnings({ warnings = [], selector }: Selection): Warning[] {
  return warnings.map(({ code, text }) => ({ code, text: `${selector}: ${text}` }));
}

/** A budget in costs that holds more than there is, as one in items may not. */
function aboveAll({ budget, costs, size }: FoundSelection): Warning[] {
  if (costs === undefined || budget?.cost === undefined) return [];
  const all = costs.values.reduce((sum, cost) => sum + cost, 0);
  if (budget.cost <= all * (1 + 1e-9)) return [];
  const [limit, most] = [budget.cost, all].map((amount) => Number(amount.toPrecision(6)));
  const text = `The budget of ${limit} ${costs.unit} is more than all ${size} items cost: ${most}.`;
  return [{ code: 'BUDGET_ABOVE_ALL', text }];
}

/** A set that was changed is no longer what its method promises. */
function setWarnings({ selector }: Selection, replaced: number): Warning[] {
  if (replaced === 0) return [];
  const many = replaced === 1 ? '1 item of its set was' : `${replaced} items of its set were`;
  const text = `${selector} does not keep these constraints by itself: ${many} left out for them, and it gives no weights for the rest.`;
  return [{ code: 'SET_CHANGED', text }];
}
