import type { Comparison } from './compare.js';
import type { Results } from './results.js';
import type { Spread } from './statistics.js';
import { bounds, targets } from './targets.js';

const figures = (value: number): string => Number(value.toPrecision(value < 1 ? 2 : 3)).toString();
const range = ({ median, least, most }: Spread): string =>
  `${figures(median)} (${figures(least)}-${figures(most)})`;

const header = [
  ...['workload', 'ours, ms', 'one thread', 'Keras, ms', 'backend', 'times Keras', 'must', 'after'],
  ...['wide, ms', 'times Keras'],
];

function cells(comparison: Comparison, peers: readonly string[]): string[] {
  const { workload, ours, oneThreadMs, keras, ratio, wide } = comparison;
  const target = targets[workload];
  return [
    workload,
    range(ours),
    figures(oneThreadMs),
    keras === undefined ? '-' : range(keras.stepMs),
    keras?.backend ?? '-',
    ratio === undefined ? '-' : range(ratio),
    String(target?.must ?? '-'),
    String(target?.after ?? '-'),
    wide === undefined ? '-' : range(wide.stepMs),
    wide?.ratio === undefined ? '-' : range(wide.ratio),
    ...peers.map((name) => {
      const value = comparison.peers[name];
      return typeof value === 'number' ? figures(value) : value === undefined ? '-' : 'fails';
    }),
  ];
}

/** The results as a document in Markdown, which reads well in a terminal, too. */
export function report({ host, workloads, failed, alone }: Results): string {
  const peers = [...new Set(workloads.flatMap((comparison) => Object.keys(comparison.peers)))];
  const rows = [[...header, ...peers], ...workloads.map((comparison) => cells(comparison, peers))];
  const { gflops } = host;
  const wide = gflops.oursWide === undefined ? '' : `, ${gflops.oursWide.toFixed(0)} with vectors joined`;
  const numpy = gflops.numpy === undefined ? '' : `; NumPy's: ${gflops.numpy.toFixed(0)}`;
  const failing = workloads.flatMap(({ workload, kerasFailures, peers: others }) => [
    ...Object.entries(kerasFailures).map(([name, reason]) => `- Keras on ${name}, ${workload}: ${reason}`),
    ...Object.entries(others).flatMap(([name, value]) =>
      typeof value === 'string' ? [`- ${name}, ${workload}: ${value}`] : [],
    ),
  ]);
  failing.push(...Object.values(failed).map((reason) => `- ${reason}`));
  return [
    `Milliseconds a step, median (least-most), on ${host.cores} cores of ${host.cpu} with Node ${host.node}.`,
    `Products of 1024 x 1024 matrices: ${gflops.ours.toFixed(0)} GFLOP/s, ${gflops.oursOnOneThread.toFixed(0)} on one thread${wide}${numpy}.`,
    '',
    ...table(rows),
    ...(failing.length === 0 ? [] : ['', 'What fails:', '', ...failing]),
    ...(alone === undefined ? [] : ['', ...aloneLines(alone)]),
    '',
  ].join('\n');
}

function aloneLines({ startUpMs, predictOneMs, pageBytes }: NonNullable<Results['alone']>): string[] {
  return [
    `- Import and first step beyond the import of tfjs-core: mlp ${figures(startUpMs.mlp)} ms (at most ${bounds.startUpMs.mlp}), cnn ${figures(startUpMs.cnn)} ms (at most ${bounds.startUpMs.cnn}).`,
    `- \`predict\` of one example by cnn: ${figures(predictOneMs)} ms (at most ${bounds.predictOneMs}).`,
    `- A page that trains a perceptron: ${(pageBytes / 1000).toFixed(1)} KB gzipped (at most ${bounds.pageBytes / 1000}).`,
  ];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...rest] = rows;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)];
}
