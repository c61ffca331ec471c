import type { AnyLayer, ProgramReport, Signature, StepReport } from '@myelin/core';

/** A step of a model, and how it runs. */
export interface ExplainedStep {
  /** `train`, `test` or `predict`. */
  readonly name: string;
  /** Shapes and types of what it is given: inputs, labels, weights of examples. */
  readonly inputs: Signature['inputs'];
  readonly report: StepReport;
}

/** How the steps of a model run; its `toString` is for people to read. */
export interface Explanation {
  readonly model: string;
  /** The layers that run on the host ahead of each step, such as `text_vectorization (TextVectorization)`. */
  readonly host: readonly string[];
  readonly steps: readonly ExplainedStep[];
  toString(): string;
}

export function explanationOf(
  model: string,
  hostLayers: readonly AnyLayer[],
  steps: readonly ExplainedStep[],
): Explanation {
  const host = hostLayers.map(({ name, className }) => `${name} (${className})`);
  return { model, host, steps, toString: () => textOf({ model, host, steps }) };
}

function textOf({ model, host, steps }: Omit<Explanation, 'toString'>): string {
  const parts = steps.map(({ name, inputs, report }) => {
    const shapes = inputs.map(({ shape, dtype }) => `${dtype}[${shape.join(', ')}]`).join(', ');
    const lines = report.kind === 'program' ? linesOfProgram(report) : [['op by op', report.reason] as const];
    return [`${name} of ${shapes}`, ...lines.map(([what, text]) => `  ${what.padEnd(11)} ${text}`)].join(
      '\n',
    );
  });
  const onHost = host.length === 0 ? [] : [`on the host, ahead of each step: ${host.join(', ')}`];
  return [`Model: "${model}"`, ...onHost, ...parts].join('\n\n');
}

type Line = readonly [what: string, text: string];

function linesOfProgram(report: ProgramReport): Line[] {
  const { fusions, memory, kernels, compileMs } = report;
  const { record, optimize, write, compile } = compileMs;
  const ms = (time: number): string => time.toFixed(1);
  const calls = Object.entries(kernels)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count]) => (count === 1 ? name : `${name} ${count} times`));
  return [
    ['operations', `${report.operations} of ${report.recorded} that were recorded`],
    [
      'fused',
      `${fusions.loops} loops and ${fusions.reductions} reductions do ${fusions.inside} of them; ` +
        `${fusions.epilogues} products add a bias or cut at 0; ${fusions.products} go on with a loop, ` +
        `${fusions.pooled} convolutions with a pooling`,
    ],
    ['work', `${scaled(report.flop, 1000)}FLOP and ${scaled(report.bytes, 1024)}B read or written a step`],
    [
      'memory',
      `${scaled(memory.own + memory.variables, 1024)}B: ${scaled(memory.variables, 1024)}B of variables, ${scaled(memory.own, 1024)}B of its own`,
    ],
    [
      'threads',
      `${report.threads} (${report.threadsReason}); ${report.sharedStages} of ${report.stages} parts are shared`,
    ],
    ['kernels', calls.length === 0 ? 'none' : calls.join(', ')],
    [
      'made in',
      `${ms(record + optimize + write + compile)} ms: recorded ${ms(record)}, optimized ${ms(optimize)}, written ${ms(write)}, compiled ${ms(compile)}`,
    ],
  ];
}

const prefixes = ['', 'K', 'M', 'G', 'T'] as const;

/** A number with the prefix of its size, `12.3 M`. */
function scaled(value: number, base: number): string {
  const power =
    value < base ? 0 : Math.min(prefixes.length - 1, Math.floor(Math.log(value) / Math.log(base)));
  const shown = value / base ** power;
  return `${shown.toFixed(power === 0 || shown >= 100 ? 0 : 1)} ${prefixes[power] ?? ''}`;
}
