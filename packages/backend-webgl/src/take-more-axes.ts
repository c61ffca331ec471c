import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import {
  type NamedAttrMap,
  type PadV2Attrs,
  type ReverseAttrs,
  type TensorInfo,
  getKernel,
} from '@tensorflow/tfjs-core';
import { backendName, changeKernel } from './change-kernel.js';

/** Shaders of tfjs-backend-webgl name at most four axes. */
const named = 4;

type Inputs = Readonly<Record<string, TensorInfo>>;
type Run = (kernel: string, inputs: Inputs, attrs?: NamedAttrMap) => TensorInfo;

/**
 * Lets the kernels `Select`, `PadV2` and `Reverse` take tensors of five axes and more, on which they fail: it hands them the
 * same elements with fewer axes. For the mask of a volume, its padding, and images that are read backwards.
 */
export function takeMoreAxes(): void {
  change('Select', ({ condition, t, e }: Inputs, _, run) => {
    const flat = (x: TensorInfo | undefined): TensorInfo => reshape(run, x as TensorInfo, [-1]);
    const chosen = run('Select', { condition: flat(condition), t: flat(t), e: flat(e) });
    return reshape(run, chosen, (t as TensorInfo).shape);
  });
  change('PadV2', ({ x }: Inputs, attrs, run) => {
    const { paddings, constantValue } = attrs as PadV2Attrs;
    return paddings.reduce(
      (y, [before, after], axis) => {
        if (before === 0 && after === 0) return y;
        const inner = sizeOf(y.shape.slice(axis + 1));
        const rows = reshape(run, y, [sizeOf(y.shape.slice(0, axis)), (y.shape[axis] as number) * inner]);
        const widths = [
          [0, 0],
          [before * inner, after * inner],
        ];
        const padded = run('PadV2', { x: rows }, { paddings: widths, constantValue });
        return reshape(
          run,
          padded,
          y.shape.map((size, i) => (i === axis ? before + size + after : size)),
        );
      },
      run('Identity', { x: x as TensorInfo }),
    );
  });
  change('Reverse', ({ x }: Inputs, attrs, run) => {
    const { shape } = x as TensorInfo;
    return [(attrs as ReverseAttrs).dims].flat().reduce(
      (y, given) => {
        const axis = given < 0 ? given + shape.length : given;
        const [outer, inner] = [shape.slice(0, axis), shape.slice(axis + 1)].map(sizeOf);
        const rows = reshape(run, y, [outer as number, shape[axis] as number, inner as number]);
        return reshape(run, run('Reverse', { x: rows }, { dims: [1] }), shape);
      },
      run('Identity', { x: x as TensorInfo }),
    );
  });
}

/** Changes a kernel for tensors of more axes than shaders name; what `compute` runs is the kernel as it was. */
function change(name: string, compute: (inputs: Inputs, attrs: unknown, run: Run) => TensorInfo): void {
  changeKernel(name, (kernelFunc) => (call) => {
    const inputs = call.inputs as Inputs;
    const backend = call.backend as MathBackendWebGL;
    if (Object.values(inputs).every(({ shape }) => shape.length <= named)) return kernelFunc(call);
    const between: TensorInfo[] = [];
    const result = compute(inputs, call.attrs, (own, given, attrs = {}) => {
      const original = own === name ? kernelFunc : getKernel(own, backendName).kernelFunc;
      const made = original({ inputs: given, backend, attrs: attrs }) as TensorInfo;
      between.push(made);
      return made;
    });
    for (const made of between) if (made !== result) backend.disposeIntermediateTensorInfo(made);
    return result;
  });
}

const reshape = (run: Run, x: TensorInfo, shape: readonly number[]): TensorInfo =>
  run('Reshape', { x }, { shape: [...shape] });

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, axis) => size * axis, 1);
