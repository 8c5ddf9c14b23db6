import type { CompareResult } from './compare-result.js';
import type { EvaluateResult } from './evaluate-result.js';
import type { FitCostResult } from './fit-cost-result.js';
import type { InspectResult } from './inspect-result.js';
import type { IrtResult } from './irt-result.js';
import type { PlanResult } from './plan-result.js';
import type { SelectResult } from './select-result.js';

/** What a command found, told apart by `command`. */
export type Result =
  InspectResult | SelectResult | EvaluateResult | CompareResult | PlanResult | IrtResult | FitCostResult;
