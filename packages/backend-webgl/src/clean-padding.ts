import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { changeKernel } from './change-kernel.js';

type Inputs = Readonly<Record<string, TensorInfo | undefined>>;
type Attrs = Readonly<Record<string, unknown>>;

/**
 * Lets products of matrices not count what lies beside them in textures.
 *
 * tfjs-backend-webgl packs two rows and two columns into a texel. Where a matrix has an odd number of these, the rest should
 * be zero, but a function of each element changes it: `exp` makes 1 of it, or infinity. Its products sum over that as well,
 * so that `matmul(exp(zeros([4, 3])), exp(zeros([3, 4])))` was 4 instead of 3. Unpacked and packed again the rest is zero.
 */
export function cleanPadding(): void {
  const ofMatrices = cleaned(
    ({ a }, { transposeA }) => a?.shape.at(transposeA === true ? -2 : -1) ?? 0,
    ['a', 'b'],
  );
  // A convolution of single pixels is such a product.
  const ofPixels = cleaned(
    ({ filter }) => {
      const [height, width, channels = 0] = filter?.shape ?? [];
      return height === 1 && width === 1 ? channels : 0;
    },
    ['x', 'filter'],
  );
  changeKernel('BatchMatMul', ofMatrices);
  changeKernel('_FusedMatMul', ofMatrices);
  changeKernel('Conv2D', ofPixels);
  changeKernel('FusedConv2D', ofPixels);
}

/** A kernel whose inputs of these names are cleaned where it sums over an odd number of elements. */
function cleaned(
  summed: (inputs: Inputs, attrs: Attrs) => number,
  names: readonly string[],
): (original: KernelFunc) => KernelFunc {
  return (original) => (call) => {
    const inputs = call.inputs as Inputs;
    const backend = call.backend as MathBackendWebGL;
    if (summed(inputs, call.attrs as Attrs) % 2 === 0) return original(call);
    const clean: TensorInfo[] = [];
    const unpacked = Object.entries(inputs).map(([name, x]) => {
      if (x === undefined || !names.includes(name) || !isPacked(backend, x)) return [name, x];
      clean.push(backend.unpackTensor(x));
      return [name, clean.at(-1)];
    });
    const result = original({ ...call, inputs: Object.fromEntries(unpacked) as typeof call.inputs });
    for (const x of clean) backend.disposeIntermediateTensorInfo(x);
    return result;
  };
}

function isPacked(backend: MathBackendWebGL, { dataId }: TensorInfo): boolean {
  return backend.texData.get(dataId).isPacked === true;
}
