import type { CostModel } from './cost-model.js';
import type { Estimator } from './estimator.js';
import type { Measure } from './measure.js';
import type { Selector } from './selector.js';

/** The default export of a plugin package. */
export interface Plugin {
  /** The name of the package. */
  readonly name: string;
  readonly version?: string;
  readonly selectors?: readonly Selector[];
  readonly costModels?: readonly CostModel[];
  readonly estimators?: readonly Estimator[];
  readonly measures?: readonly Measure[];
}

/** A plugin and the module it was loaded from, by which a worker can load it again. */
export interface LoadedPlugin {
  readonly plugin: Plugin;
  /** What `import()` takes: a package name or a file URL. */
  readonly specifier: string;
}
