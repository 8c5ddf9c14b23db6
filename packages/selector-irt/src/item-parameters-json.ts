import type { IrtModel } from './irt-model.js';

/**
 * The item parameters of a fitted model as JSON text: columns under the names that py-irt writes (`ability`, `diff`, `disc`,
 * `item_ids`, `subject_ids`), with `lambdas` for the upper asymptote where there is one, and beside them what py-irt lacks:
 * guessing, thresholds and standard errors.
 *
 * @remarks py-irt's own 4PL has no lower asymptote, so its `predict` is right only where guessing is 0.
 */
export function itemParametersJson(model: IrtModel): string {
  const column = <T>(of: (item: IrtModel['items'][number]) => T | undefined) => {
    const values = model.items.map(of);
    return values.some((value) => value === undefined) ? undefined : values;
  };
  const numbered = (names: readonly string[]) =>
    Object.fromEntries(names.map((name, index) => [index, name]));
  return `${JSON.stringify({
    irt_model: model.model,
    ability: model.abilities.map(({ ability }) => ability),
    diff: column(({ difficulty }) => difficulty),
    disc: column(({ discrimination }) => discrimination),
    lambdas: column(({ feasibility }) => feasibility),
    guessing: column(({ guessing }) => guessing),
    thresholds: column(({ thresholds }) => thresholds),
    standard_errors: {
      ability: model.abilities.map(({ standardError }) => standardError),
      diff: column(({ standardErrors }) => standardErrors.difficulty),
      disc: column(({ standardErrors }) => standardErrors.discrimination),
    },
    item_ids: numbered(model.items.map(({ id }) => id)),
    subject_ids: numbered(model.abilities.map(({ system }) => system)),
  })}\n`;
}
