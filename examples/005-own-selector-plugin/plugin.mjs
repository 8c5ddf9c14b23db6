import { metricDisagreement } from './metric-disagreement.mjs';

/** What Goldpan loads. */
export default { name: 'goldpan-selector-metric-disagreement', selectors: [metricDisagreement] };
