export type { ComparedSelector, CompareResult, Verdict } from './results/compare-result.js';
export type { Curve, CurvePoint, Interval } from './results/curve-point.js';
export type { DataInfo, ResultDocument, SelectorUse, Warning } from './results/document.js';
export type { EvaluatedSubset, EvaluateResult, RankedSystem } from './results/evaluate-result.js';
export type { Agreement, InspectResult, MetricInfo, SelectorInfo } from './results/inspect-result.js';
export type { InformationPoint, IrtResult, ItemParameters } from './results/irt-result.js';
export type { PlannedPoint, PlannedSize, PlanResult } from './results/plan-result.js';
export type { Result } from './results/result.js';
export type { ChosenItem, ChosenOutput, SelectResult } from './results/select-result.js';
