import { automaticMetrics, type PlanDocument, type PlannedCampaign } from '@goldpan/core';
import { simulateCampaigns, type CampaignsResult, type NeededSize } from '@goldpan/simulation';
import { campaignSentence } from './campaign-sentence.js';
import { RANK_ESTIMATE } from './estimator-named.js';
import { campaignPrices } from './item-costs.js';
import type { PlanQuestion } from './plan-question.js';
import { planSetting, type PlanData, type PlanSetting } from './plan-setting.js';
import { smallPilot } from './plan-warnings.js';
import { plannedSize } from './planned-size.js';
import { waysToPick } from './ways-to-pick.js';

/** An estimate of every test set at every size takes as long as a hundred plain means. */
const REPLICATES = 100;

/**
 * How many items, and judgements of distinct outputs, do campaigns need: random items read as `rank` reads them, seven ways to pick half of the
 * items read the same way, and plain means of random items?
 *
 * @throws what `planSetting` and `simulateCampaigns` throw
 */
export async function planCampaigns(data: PlanData, options: PlanQuestion): Promise<PlanDocument> {
  const { dataset, registry } = data;
  const asked = {
    replicates: REPLICATES,
    ...options,
    estimate: options.estimate ?? RANK_ESTIMATE,
    ...campaignPrices(dataset, options),
  };
  const setting = await planSetting(data, asked, { metrics: automaticMetrics(dataset), standIns: [] });
  const { request, frame, execution } = setting;
  const ways = waysToPick(request.dataset, request.truth);
  const found = await simulateCampaigns({ ...request, estimate: asked.estimate }, ways, execution);
  const campaigns = campaignsOf(found, setting, asked.estimate);
  const { size, neverReached } = needed(found.estimated.size, setting);
  const plain = needed(found.estimated.random, setting);
  return {
    ...frame,
    selector: 'random',
    options: {},
    size,
    neverReached,
    random: { ...plain.size, neverReached: plain.neverReached },
    ratio: found.estimated.ratio,
    curve: found.estimated.curve,
    replicates: setting.replicates,
    campaigns,
    sentence: campaignSentence(campaigns, { ...frame, items: setting.items }),
    warnings: [
      ...setting.warnings,
      ...ways
        .slice(0, 1)
        .flatMap(({ selector, options }) =>
          smallPilot(request.dataset.size, { selector: registry.selector(selector), options }, registry),
        ),
      ...found.estimated.warnings,
    ],
  };
}

/** Random items and the estimate first, then the ways to pick by what they need at most of that, plain means last. */
function campaignsOf(
  { estimated, ways }: CampaignsResult,
  setting: PlanSetting,
  estimate: string,
): PlannedCampaign[] {
  const random = { selector: 'random', options: {} };
  const picked = ways
    .map(({ selector, options, size, ratio }) => ({
      selector,
      options,
      estimate,
      ...needed(size, setting),
      ratio,
    }))
    .sort(
      (a, b) =>
        (a.ratio.high ?? Infinity) - (b.ratio.high ?? Infinity) ||
        (a.ratio.median ?? Infinity) - (b.ratio.median ?? Infinity),
    );
  return [
    { ...random, estimate, ...needed(estimated.size, setting) },
    ...picked,
    { ...random, estimate: 'mean', ...needed(estimated.random, setting) },
  ];
}

function needed(size: NeededSize, { replicates, frame: { unit } }: PlanSetting) {
  return plannedSize(size, { unit, replicates });
}
