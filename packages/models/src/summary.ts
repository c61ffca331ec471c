import {
  type AnyLayer,
  type Graph,
  type GraphOperation,
  type Node,
  type Shape,
  type SymbolicTensor,
  type Tree,
  type Variable,
  formatShape,
  isLayer,
} from '@myelin/core';
import type { Model } from './model.js';
import { type Column, renderTable } from './summary-table.js';

/** The graph of a model with its ends. */
export interface ModelGraph extends Graph {
  readonly inputs: Tree<SymbolicTensor>;
  readonly outputs: Tree<SymbolicTensor>;
}

export interface SummaryOptions {
  /** Whether the layers of models within the model are listed. @defaultValue false */
  readonly expandNested?: boolean;
  /** Whether a column tells which layers are trained. @defaultValue false */
  readonly showTrainable?: boolean;
}

const titles: readonly Omit<Column, 'width'>[] = [
  { title: 'Layer (type)' },
  { title: 'Output Shape' },
  { title: 'Param #', align: 'right' },
  { title: 'Connected to' },
  { title: 'Trainable', align: 'center' },
];

/** As Keras lays them out on a terminal of 80 columns. */
const columnWidths = {
  chain: { plain: [31, 22, 13], trainable: [27, 21, 10, 5] },
  graph: { plain: [19, 17, 10, 17], trainable: [17, 15, 9, 14, 5] },
};

/** The table of a model, as Keras prints it. */
export function summarize(model: Model, graph: ModelGraph | undefined, options: SummaryOptions): string {
  const chain = graph === undefined || isChain(graph);
  const { showTrainable = false } = options;
  const widths = columnWidths[chain ? 'chain' : 'graph'][showTrainable ? 'trainable' : 'plain'];
  const columns = titles
    .filter(({ title }) => (title !== 'Connected to' || !chain) && (title !== 'Trainable' || showTrainable))
    .map((column, i): Column => ({ ...column, width: widths[i] ?? 0 }));
  const cells = (layer: GraphOperation, prefix: string): string[] => [
    `${prefix}${layer.name} (${isLayer(layer) ? layer.countedAs : layer.className})`,
    outputShape(layer),
    isLayer(layer) && !layer.built ? '0 (unbuilt)' : parameters(layer).toLocaleString('en'),
    ...(chain ? [] : [connections(layer, graph)]),
    ...(showTrainable ? [trains(layer)] : []),
  ];
  const rows = (layer: GraphOperation, level: number): string[][] => {
    const nested = options.expandNested === true && isModel(layer) ? layer.layers : [];
    const prefix = level === 0 ? '' : `${'   '.repeat(level)}└ `;
    return [cells(layer, prefix), ...nested.flatMap((child) => rows(child, level + 1))];
  };
  const listed = graph === undefined ? model.layers : graph.operations;
  return [
    `Model: "${model.name}"`,
    renderTable(
      columns,
      listed.flatMap((layer) => rows(layer, 0)),
    ),
    ...totals(model),
  ].join('\n');
}

function totals(model: Model): string[] {
  const slots = model.optimizer?.variables ?? [];
  const line = (name: string, variables: readonly Variable[]): string =>
    ` ${name} params: ${count(variables).toLocaleString('en')} (${memory(variables)})`;
  return [
    line('Total', [...model.weights, ...slots]),
    line('Trainable', model.trainableWeights),
    line('Non-trainable', model.nonTrainableWeights),
    ...(slots.length === 0 ? [] : [line('Optimizer', slots)]),
  ];
}

function count(variables: readonly Variable[]): number {
  return variables.reduce((sum, variable) => sum + variable.size, 0);
}

function memory(variables: readonly Variable[]): string {
  const bytes = variables.reduce(
    (sum, { size, dtype }) => sum + size * (dtype === 'int64' ? 8 : /^u?int8$/.test(dtype) ? 1 : 4),
    0,
  );
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(bytes === 0 ? 0 : Math.floor(Math.log2(bytes) / 10), units.length - 1);
  return `${(halfToEven((bytes / 1024 ** power) * 100) / 100).toFixed(2)} ${units[power] ?? ''}`;
}

/** Rounds as Python does: a half goes to the even neighbour. */
function halfToEven(value: number): number {
  const floor = Math.floor(value);
  const isHalf = value - floor === 0.5;
  return isHalf ? floor + (floor % 2) : Math.round(value);
}

function parameters(layer: GraphOperation): number {
  return isLayer(layer) ? count(layer.weights) : 0;
}

function trains(layer: GraphOperation): string {
  if (!isLayer(layer) || layer.weights.length === 0) return '-';
  return layer.trainable ? 'Y' : 'N';
}

function outputShape(layer: GraphOperation): string {
  const outputs = layer.inboundNodes.at(-1)?.outputs.map(({ shape }): Shape => shape);
  if (outputs === undefined) return '?';
  // Unlike in Python, a single axis has no comma.
  const shapes = outputs.map((shape) => formatShape(shape).replace(',)', ')'));
  return shapes.length === 1 ? (shapes[0] ?? '?') : `[${shapes.join(', ')}]`;
}

function connections(layer: GraphOperation, graph: Graph): string {
  const sources = layer.inboundNodes
    .filter((node) => graph.nodes.includes(node))
    .flatMap((node) => node.inputs.map((input) => input.origin))
    .filter((origin) => origin !== undefined);
  const names = sources.map(
    ({ node, index }) => `${node.operation.name}[${node.operation.inboundNodes.indexOf(node)}][${index}]`,
  );
  return names.length === 0 ? '-' : names.join(', ');
}

/** Whether layers follow one another, without branches, joins or shared layers. */
function isChain({ nodes }: Graph): boolean {
  const users = new Map<SymbolicTensor, number>();
  const operations = new Set<GraphOperation>();
  for (const node of nodes) {
    if (node.inputs.length > 1 || operations.has(node.operation)) return false;
    operations.add(node.operation);
    for (const input of node.inputs) {
      const uses = (users.get(input) ?? 0) + 1;
      if (uses > 1) return false;
      users.set(input, uses);
    }
  }
  return nodes.filter((node: Node) => node.inputs.length === 0).length <= 1;
}

function isModel(layer: GraphOperation): layer is AnyLayer & Model {
  return isLayer(layer) && 'layers' in layer;
}
