import { judgementLoader } from '../annotation/judgement-loader.js';
import { platforms } from '../annotation/platforms/platforms.js';
import { bioMqmLoader } from './datasets/biomqm.js';
import { mqmLoader } from './datasets/mqm/mqm.js';
import { qe4peLoader } from './datasets/qe4pe.js';
import { roseLoader } from './datasets/rose.js';
import { summEvalLoader } from './datasets/summeval.js';
import { wmt25Loader } from './datasets/wmt25.js';
import { helmLoader } from './harness/helm.js';
import { inspectLoader } from './harness/inspect.js';
import { lmEvalLoader } from './harness/lm-eval.js';
import { openAiEvalsLoader } from './harness/openai-evals.js';
import { promptfooLoader } from './harness/promptfoo.js';
import { itemsLoader } from './items-loader.js';
import type { Loader } from './loader.js';
import { longTableLoader } from './long-table.js';
import { mtMetricsEvalLoader } from './mt-metrics-eval/mt-metrics-eval.js';
import { wideTableLoader } from './wide-table.js';

/** The loaders that come with this package. */
export const builtInLoaders: readonly Loader[] = [
  itemsLoader,
  longTableLoader,
  wideTableLoader,
  mtMetricsEvalLoader,
  wmt25Loader,
  summEvalLoader,
  mqmLoader,
  bioMqmLoader,
  qe4peLoader,
  roseLoader,
  lmEvalLoader,
  inspectLoader,
  helmLoader,
  promptfooLoader,
  openAiEvalsLoader,
  ...platforms.map(judgementLoader),
];
