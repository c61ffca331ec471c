/** Replaces every kernel of the cpu backend by one that also compares its outputs with the rule. */
import '@tensorflow/tfjs-backend-cpu';
import { getKernelsForBackend } from '@tensorflow/tfjs-core';
import { registerTestEnv } from '@tensorflow/tfjs-core/dist/jasmine_util.js';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { dataDependentRules } from '../../src/kernels/data-dependent.ts';
import { applyKernelRule } from '../../src/kernels/apply-kernel-rule.ts';
import { kernelRules } from '../../src/kernels/kernel-rules.ts';
import { REFUSED_FOR_VALUES } from './exceptions.mjs';

/** Number of compared calls, by kernel. */
export const compared = new Map();
/** Number of calls whose inputs both the kernel and the rule refused, by kernel. */
export const rejected = new Map();
/** Number of calls for which there is no rule, since the shape depends on values, by kernel. */
export const valueDependent = new Map();
/** Number of times that each difference was seen. */
export const mismatches = new Map();

export const ruledKernels = [...kernelRules.keys()];

const count = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);
const isTensor = (value) => Array.isArray(value?.shape);
const print = (outputs) =>
  Array.isArray(outputs)
    ? `[${outputs.map(print).join(', ')}]`
    : `${outputs.dtype}(${outputs.shape.join(', ')})`;

/** Runs a function: what it returned, or what it threw. */
function attempt(run) {
  try {
    return { outputs: run() };
  } catch (error) {
    return { error };
  }
}

function compare({ kernelName, inputs, attrs }, kernel, rule) {
  if (rule.error?.name === 'TraceError' && kernelName in dataDependentRules) {
    count(valueDependent, kernelName);
    return;
  }
  const got = kernel.error === undefined ? `returns ${print(kernel.outputs)}` : 'throws';
  const expected = rule.error === undefined ? `returns ${print(rule.outputs)}` : 'throws';
  count(got === 'throws' ? rejected : compared, kernelName);
  if (got === expected || REFUSED_FOR_VALUES[kernelName]?.test(kernel.error?.message)) return;
  const operands = print(Object.values(inputs).flat().filter(isTensor));
  const why = (kernel.error ?? rule.error)?.message ?? '';
  count(
    mismatches,
    `${kernelName} of ${operands} ${JSON.stringify(attrs)}: kernel ${got}, rule ${expected}. ${why}`,
  );
}

for (const config of getKernelsForBackend('cpu')) {
  const { kernelName, kernelFunc } = config;
  config.kernelFunc = (call) => {
    const { inputs, attrs = {} } = call;
    const kernel = attempt(() => kernelFunc(call));
    const rule = attempt(() => applyKernelRule(kernelName, inputs, attrs));
    compare({ kernelName, inputs, attrs }, kernel, rule);
    if (kernel.error !== undefined) throw kernel.error;
    return kernel.outputs;
  };
}

registerTestEnv({ name: 'cpu', backendName: 'cpu', isDataSync: true });
