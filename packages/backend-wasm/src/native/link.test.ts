import { expect, test } from 'vitest';
import { loadNative } from './load-native.js';
import { applyVectorFunction } from './testing/apply-vector-function.js';

test.each(['portable', 'fastest'] as const)(
  'another module calls a function of vectors: %s',
  async (numerics) => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const { kernels } = await loadNative(memory, numerics);
    const values = [-1, 0, 0.5, 3] as const;
    const results = await applyVectorFunction(kernels.tanhLanes, memory, values);
    results.forEach((result, i) => {
      expect(result).toBeCloseTo(Math.tanh(values[i] ?? NaN), 6);
    });
    expect(results[3]).toBeCloseTo(0.99505478, 6);
    expect(() => {
      (kernels.tanhLanes as () => void)();
    }).toThrow(TypeError);
  },
);
