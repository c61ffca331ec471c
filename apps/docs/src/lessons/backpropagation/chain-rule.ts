import type { Backward, Neuron } from '@myelin/course';

export type NumberName = 'w₁' | 'b₁' | 'w₂' | 'b₂';

/** One factor of the chain rule. */
interface Factor {
  readonly name: string;
  /** What it is, in symbols. */
  readonly formula: string;
  readonly value: number;
}

/** The factors whose product is the slope of the error by one of the four numbers of two neurons, from the error back. */
export function chainRule(
  name: NumberName,
  neurons: readonly [Neuron, Neuron],
  { signals, slopes }: Backward,
): Factor[] {
  const [first, second] = signals;
  const outer = [
    { name: '∂E/∂a₂', formula: 'a₂ − T', value: slopes[1]?.byOutput ?? NaN },
    { name: '∂a₂/∂z₂', formula: 'a₂ (1 − a₂)', value: slopes[1]?.ofActivation ?? NaN },
  ];
  const through = [
    { name: '∂z₂/∂a₁', formula: 'w₂', value: neurons[1].weight },
    { name: '∂a₁/∂z₁', formula: 'a₁ (1 − a₁)', value: slopes[0]?.ofActivation ?? NaN },
  ];
  switch (name) {
    case 'w₂':
      return [...outer, { name: '∂z₂/∂w₂', formula: 'a₁', value: second?.x ?? NaN }];
    case 'b₂':
      return [...outer, { name: '∂z₂/∂b₂', formula: '1', value: 1 }];
    case 'w₁':
      return [...outer, ...through, { name: '∂z₁/∂w₁', formula: 'x', value: first?.x ?? NaN }];
    case 'b₁':
      return [...outer, ...through, { name: '∂z₁/∂b₁', formula: '1', value: 1 }];
  }
}
