import type { Constraint, Initializer, Regularizer, WeightOptions } from '@myelin/core';

/** What a configuration says of one weight: `kernelInitializer`, `kernelRegularizer` and `kernelConstraint`. */
type WeightConfig<Name extends string> = Readonly<
  Record<`${Name}Initializer`, Initializer> &
    Record<`${Name}Regularizer`, Regularizer | null> &
    Record<`${Name}Constraint`, Constraint | null>
>;

/** How a configuration wants one weight made: `addWeight('kernel', shape, weightOptions('kernel', config))`. */
export function weightOptions<Name extends string>(
  name: Name,
  config: NoInfer<WeightConfig<Name>>,
): WeightOptions {
  const option = (kind: string): unknown => (config as Readonly<Record<string, unknown>>)[`${name}${kind}`];
  return {
    initializer: option('Initializer') as Initializer,
    regularizer: option('Regularizer') as Regularizer | null,
    constraint: option('Constraint') as Constraint | null,
  };
}
