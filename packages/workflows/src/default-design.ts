import type { ConstraintOptions } from './constraint-options.js';
import type { CostOptions } from './item-costs.js';
import type { Design } from './design.js';
import type { GivenData } from './given-data.js';
import { pilotDesign, type PilotDesign, type PilotQuestion } from './pilot-design.js';

/**
 * The design of a campaign for which no selector is named: items at random, in an order of which every beginning is a random
 * sample; whole documents, or what a budget in cost buys, by random order until the budget is spent.
 */
export function defaultDesign({ keepDocuments, cost }: ConstraintOptions & CostOptions): Design {
  if (keepDocuments) return { selector: 'until-spent', options: { unit: 'documents' } };
  return cost === undefined ? { selector: 'sequential' } : { selector: 'until-spent' };
}

/** The design of a campaign for which no selector is named, and what a pilot said of it, in words. */
export interface RecommendedDesign extends Design {
  readonly why?: string;
}

/**
 * What a pilot shows to gain, or else the default. Where whole documents are kept, or items have costs, nothing but the default is
 * looked at, which is said where a pilot was named.
 *
 * @throws what `pilotDesign` throws
 */
export async function recommendedDesign(
  given: GivenData,
  question: PilotQuestion & ConstraintOptions & CostOptions,
): Promise<RecommendedDesign> {
  const found = await foundByPilot(given, question);
  return { ...(found?.design ?? defaultDesign(question)), ...(found && { why: found.why }) };
}

function foundByPilot(
  given: GivenData,
  question: PilotQuestion & ConstraintOptions & CostOptions,
): Promise<PilotDesign | undefined> {
  const { keepDocuments, cost, pilot } = question;
  if (!keepDocuments && cost === undefined) return pilotDesign(given, question);
  const cause = keepDocuments ? 'whole documents are kept' : `costs are those of ${JSON.stringify(cost)}`;
  const unread = { why: `the pilot was not looked at, because ${cause}` };
  return Promise.resolve(pilot === undefined ? undefined : unread);
}
