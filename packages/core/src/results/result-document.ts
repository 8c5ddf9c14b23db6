import type { AgreementDocument } from './agreement-document.js';
import type { CompareDocument } from './compare-document.js';
import type { EvaluateDocument } from './evaluate-document.js';
import type { FitCostDocument } from './fit-cost-document.js';
import type { InspectDocument } from './inspect-document.js';
import type { IrtDocument } from './irt-document.js';
import type { PlanDocument } from './plan-document.js';
import type { RankDocument } from './rank-document.js';
import type { SelectDocument } from './select-document.js';

/** What a command found, told apart by `command`. */
export type ResultDocument =
  | AgreementDocument
  | InspectDocument
  | SelectDocument
  | EvaluateDocument
  | CompareDocument
  | PlanDocument
  | IrtDocument
  | FitCostDocument
  | RankDocument;
