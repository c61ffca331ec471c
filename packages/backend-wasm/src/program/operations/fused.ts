import { type Body, type FusedKind, type Operation, fusedKind } from '@myelin/compiler';
import { TraceError, shapeSize } from '@myelin/core';
import { writeLoop } from '../loops/write-loop.js';
import { reductionWork, writeReduction } from '../loops/write-reduction.js';
import { planRows } from '../loops/plan-rows.js';
import { scratchOfRows, writeRows } from '../loops/write-rows.js';
import { lowerProductLoop } from './loop-over-product.js';
import { productStrips } from './product-strips.js';
import { productTiles } from './product-tiles.js';
import { type Lower, type Lowering, type Stage, alone, resultOf, together } from './lowering.js';

/** Elements below which one thread is done before another has woken up. */
const elementsWorthSharing = 4096;

/** A region of elementwise operations, or of a reduction with what stands before and after it. */
export const fused: Lower = (operation, lowering) => {
  const kind = fusedKind(operation);
  if (kind === undefined || operation.body === undefined) {
    const [alone = operation, ...others] = operation.body?.operations ?? [];
    const expected = 'an operation that programs can compute';
    throw new TraceError({ who: 'wasm', expected, got: others.length === 0 ? alone.op : 'several in one' });
  }
  return [kinds[kind](operation, operation.body, lowering)];
};

/** An elementwise operation or a reduction by itself, as a region of one. */
export const lone: Lower = (operation, lowering) => {
  const operands = Object.entries(operation.inputs);
  // Numbers of its own: one operand may be given twice.
  const parameters = operands.map(([, id], i) => ({ ...lowering.valueOf(id), id: -1 - i }));
  const inner: Operation = {
    ...operation,
    inputs: Object.fromEntries(operands.map(([name], i) => [name, -1 - i])),
  };
  const body: Body = {
    parameters,
    operations: [inner],
    results: operation.outputs.map(({ id }) => id),
  };
  return fused(
    { op: 'Fused', inputs: operation.inputs, attrs: {}, outputs: operation.outputs, body },
    lowering,
  );
};

/** Booleans are 0 or 1 where they lie: whether any holds is their maximum, whether all hold their minimum. */
const ofBooleans =
  (op: 'Max' | 'Min'): Lower =>
  (operation, lowering) => {
    const source = lowering.valueOf(operation.inputs['x'] as number);
    const result = { ...resultOf(operation), dtype: 'int32' as const };
    const { axis, keepDims } = operation.attrs;
    const body: Body = {
      parameters: [{ ...source, id: -1, dtype: 'int32' }],
      operations: [
        { op, inputs: { x: -1 }, attrs: { axis, reductionIndices: axis, keepDims }, outputs: [result] },
      ],
      results: [result.id],
    };
    return [reduction({ ...operation, outputs: [result] }, body, lowering)];
  };

export const any: Lower = ofBooleans('Max');
export const all: Lower = ofBooleans('Min');

const kinds: Readonly<Record<FusedKind, (operation: Operation, body: Body, lowering: Lowering) => Stage>> = {
  loop,
  reduction,
  rows,
  product,
};

function loop(operation: Operation, body: Body, lowering: Lowering): Stage {
  const { shape } = resultOf(operation);
  const stage = shapeSize(shape) < elementsWorthSharing ? alone : together;
  return stage((code) => {
    writeLoop(code, lowering, {
      body,
      shape,
      places: Object.values(operation.inputs).map((id) => lowering.place(id)),
      results: operation.outputs.map(({ id, dtype }) => ({ address: lowering.address(id), dtype })),
    });
  });
}

function reduction(operation: Operation, body: Body, lowering: Lowering): Stage {
  const stage = reductionWork(body) < elementsWorthSharing ? alone : together;
  return stage((code) => {
    writeReduction(code, lowering.module, {
      body,
      places: Object.values(operation.inputs).map((id) => lowering.place(id)),
      address: lowering.address(resultOf(operation).id),
    });
  });
}

function rows(operation: Operation, body: Body, lowering: Lowering): Stage {
  const plan = planRows(body);
  const stage = shapeSize(plan.shape) < elementsWorthSharing ? alone : together;
  const scratchBytes = scratchOfRows(plan);
  const scratch = scratchBytes === 0 ? undefined : lowering.scratch(scratchBytes);
  return stage((code) => {
    writeRows(code, lowering.module, {
      plan,
      places: Object.values(operation.inputs).map((id) => lowering.place(id)),
      results: operation.outputs.map(({ id, dtype }) => ({ address: lowering.address(id), dtype })),
      scratch,
    });
  });
}

function product(operation: Operation, body: Body, lowering: Lowering): Stage {
  const both = lowerProductLoop(operation, body, lowering);
  const isBare = both.bias === 0 && both.low === -Infinity;
  return (both.a.transposed && isBare ? productTiles : productStrips)(both, lowering);
}
