import { backend_util, upcastType, type DataType } from '@tensorflow/tfjs-core';
import {
  rulesFor,
  inOrder,
  type Binary,
  type KernelInputs,
  type KernelRules,
  type StaticSpec,
  type Unary,
} from './kernel-rule.js';

function broadcast(a: StaticSpec, b: StaticSpec, dtype: DataType): StaticSpec {
  return { shape: backend_util.assertAndGetBroadcastShape(a.shape, b.shape), dtype };
}

const upcast = ({ a, b }: Binary): StaticSpec => broadcast(a, b, upcastType(a.dtype, b.dtype));
const typeOfFirst = ({ a, b }: Binary): StaticSpec => broadcast(a, b, a.dtype);
const int = ({ a, b }: Binary): StaticSpec => broadcast(a, b, 'int32');
const bool = ({ a, b }: Binary): StaticSpec => broadcast(a, b, 'bool');

/** A condition of one axis chooses rows of matrices; others are broadcast as `t` and `e` are. */
function select({ condition, t, e }: Readonly<Record<'condition' | 't' | 'e', StaticSpec>>): StaticSpec {
  const chosen = broadcast(t, e, upcastType(t.dtype, e.dtype));
  const rows = condition.shape.length === 1 && chosen.shape.length > 1;
  return rows ? chosen : broadcast(condition, chosen, chosen.dtype);
}

/**
 * Kernels whose operands are broadcast against each other.
 *
 * @internal
 */
export const broadcastRules: KernelRules = {
  ...rulesFor(['Add', 'Sub', 'Multiply'], upcast),
  ...rulesFor(['RealDiv', 'Maximum', 'Minimum', 'Mod', 'Pow', 'SquaredDifference', 'Atan2'], typeOfFirst),
  ...rulesFor(['FloorDiv', 'BitwiseAnd'], int),
  ...rulesFor(['Equal', 'NotEqual', 'Greater', 'GreaterEqual', 'Less', 'LessEqual'], bool),
  ...rulesFor(['LogicalAnd', 'LogicalOr', 'LogicalXor'], bool),
  Prelu: ({ x, alpha }: Readonly<Record<'x' | 'alpha', StaticSpec>>) => broadcast(x, alpha, 'float32'),
  Select: select,
  AddN: (inputs: KernelInputs) =>
    inOrder(inputs).reduce((a, b) => broadcast(a, b, upcastType(a.dtype, b.dtype))),
  BroadcastTo: ({ x }: Unary, { shape }: { readonly shape: readonly number[] }) => ({
    shape: [...shape],
    dtype: x.dtype,
  }),
  BroadcastArgs: ({ s0, s1 }: Readonly<Record<'s0' | 's1', StaticSpec>>) => ({
    shape: [Math.max(s0.shape[0] ?? 1, s1.shape[0] ?? 1)],
    dtype: 'int32',
  }),
};
