/** An address in a WebAssembly memory, in bytes. */
export type Address = number;

/** Address of a block of int32 words, one a field, in the order of the class of that name in assembly/. */
export type GeometryAddress = Address;

/** What the WebAssembly module of this package exports; assembly/ says what each one computes. */
export interface NativeKernels {
  /** Bytes that `setWorkspace` needs; it must be called first. */
  readonly workspaceBytes: () => number;
  /** `wide` says that the engine computes two vectors at once. */
  readonly setWorkspace: (address: Address, wide: boolean) => void;

  readonly gemm: (
    transposeA: boolean,
    transposeB: boolean,
    rows: number,
    columns: number,
    depth: number,
    a: Address,
    rowA: number,
    b: Address,
    rowB: number,
    c: Address,
    rowC: number,
    bias: Address,
    low: number,
  ) => void;
  /** Units of work of `products`, which callers share out between threads. */
  readonly productUnits: (geometry: GeometryAddress) => number;
  readonly products: (
    geometry: GeometryAddress,
    a: Address,
    b: Address,
    c: Address,
    bias: Address,
    accumulate: boolean,
    low: number,
    first: number,
    last: number,
  ) => void;
  /** Copies a right operand into panels of eight columns; `row` is in bytes. */
  readonly packColumns: (
    b: Address,
    row: number,
    transposed: boolean,
    depth: number,
    columns: number,
    panels: Address,
  ) => void;
  /** Copies a left operand that is stored depth x rows into panels of six rows, or four on the baseline. */
  readonly packRows: (a: Address, row: number, depth: number, rows: number, panels: Address) => void;
  readonly gemmInt: (
    transposeA: boolean,
    transposeB: boolean,
    rows: number,
    columns: number,
    depth: number,
    a: Address,
    rowA: number,
    b: Address,
    rowB: number,
    c: Address,
    rowC: number,
  ) => void;

  readonly convolutionScratch: (geometry: GeometryAddress) => number;
  /** For the images `first` to `last` (not included). */
  readonly convolution: (
    geometry: GeometryAddress,
    x: Address,
    filter: Address,
    bias: Address,
    y: Address,
    low: number,
    scratch: Address,
    first: number,
    last: number,
  ) => void;
  readonly inputGradientScratch: (geometry: GeometryAddress) => number;
  readonly inputGradient: (
    geometry: GeometryAddress,
    dy: Address,
    filter: Address,
    dx: Address,
    scratch: Address,
    first: number,
    last: number,
  ) => void;
  /** Parts of `filterGradient`, and the bytes for their sums; then `filterGradientSum` adds them up. */
  readonly filterGradientParts: (geometry: GeometryAddress) => number;
  readonly filterGradientSums: (geometry: GeometryAddress) => number;
  readonly filterGradientScratch: (geometry: GeometryAddress) => number;
  readonly filterGradient: (
    geometry: GeometryAddress,
    x: Address,
    dy: Address,
    sums: Address,
    scratch: Address,
    first: number,
    last: number,
  ) => void;
  readonly filterGradientSum: (geometry: GeometryAddress, sums: Address, dFilter: Address) => void;
  /** The same for `GeneralGeometry`: in three dimensions, dilated, in groups. */
  readonly generalScratch: NativeKernels['convolutionScratch'];
  readonly generalConvolution: NativeKernels['convolution'];
  readonly generalInputGradient: NativeKernels['inputGradient'];
  readonly generalFilterGradientParts: NativeKernels['filterGradientParts'];
  readonly generalFilterGradientSums: NativeKernels['filterGradientSums'];
  readonly generalFilterGradient: NativeKernels['filterGradient'];
  readonly generalFilterGradientSum: NativeKernels['filterGradientSum'];
  readonly depthwise: (
    geometry: GeometryAddress,
    x: Address,
    filter: Address,
    bias: Address,
    y: Address,
    low: number,
    first: number,
    last: number,
  ) => void;
  readonly depthwiseInputGradient: (
    geometry: GeometryAddress,
    dy: Address,
    filter: Address,
    dx: Address,
    first: number,
    last: number,
  ) => void;
  readonly depthwiseFilterGradientParts: NativeKernels['filterGradientParts'];
  readonly depthwiseFilterGradientSums: NativeKernels['filterGradientSums'];
  readonly depthwiseFilterGradient: (
    geometry: GeometryAddress,
    x: Address,
    dy: Address,
    sums: Address,
    first: number,
    last: number,
  ) => void;
  readonly depthwiseFilterGradientSum: NativeKernels['filterGradientSum'];

  /** For the images `first` to `last` (not included), as all that follow here. */
  readonly maxPool: PoolKernel;
  readonly maxPoolGradient: (
    geometry: GeometryAddress,
    x: Address,
    dy: Address,
    dx: Address,
    first: number,
    last: number,
  ) => void;
  /** `places` has one byte for each result. */
  readonly maxPoolPlaces: (
    geometry: GeometryAddress,
    x: Address,
    y: Address,
    places: Address,
    first: number,
    last: number,
  ) => void;
  /** With `y`, not 0, through a relu before the pooling as well. */
  readonly maxPoolPlacesGradient: (
    geometry: GeometryAddress,
    dy: Address,
    places: Address,
    y: Address,
    dx: Address,
    first: number,
    last: number,
  ) => void;
  /** A convolution and the pooling of its result, which is kept nowhere. */
  readonly poolingConvolutionScratch: (geometry: GeometryAddress) => number;
  readonly poolingConvolution: (
    geometry: GeometryAddress,
    pool: GeometryAddress,
    x: Address,
    filter: Address,
    bias: Address,
    y: Address,
    places: Address,
    low: number,
    scratch: Address,
    first: number,
    last: number,
  ) => void;
  /** In the parts of `filterGradient`, whose sums they write; with `dx`, not 0, the gradient of the input as well. */
  readonly poolingGradientsScratch: (geometry: GeometryAddress) => number;
  readonly poolingGradients: (
    geometry: GeometryAddress,
    pool: GeometryAddress,
    x: Address,
    filter: Address,
    dy: Address,
    places: Address,
    y: Address,
    dx: Address,
    sums: Address,
    scratch: Address,
    first: number,
    last: number,
  ) => void;
  readonly averagePool: PoolKernel;
  readonly averagePoolGradient: PoolKernel;

  readonly sum: (
    x: Address,
    outer: number,
    count: number,
    inner: number,
    y: Address,
    divisor: number,
  ) => void;
  readonly maximumOf: ReductionKernel;
  readonly minimumOf: ReductionKernel;
  readonly productOf: ReductionKernel;
  readonly argMax: ReductionKernel;
  readonly argMin: ReductionKernel;

  readonly softmax: RowsKernel;
  readonly logSoftmax: RowsKernel;

  /** Memory for one thread. */
  readonly lstmScratch: (units: number) => number;
  readonly lstmSequence: (
    projected: Address,
    recurrentKernel: Address,
    firstHidden: Address,
    firstCarry: Address,
    mask: Address,
    maskStep: number,
    steps: number,
    batch: number,
    units: number,
    first: number,
    last: number,
    hidden: Address,
    carry: Address,
    gates: Address,
    squashed: Address,
    scratch: Address,
  ) => void;
  readonly lstmGradientScratch: (units: number) => number;
  readonly lstmSequenceGradient: (
    recurrentKernel: Address,
    mask: Address,
    maskStep: number,
    carry: Address,
    gates: Address,
    squashed: Address,
    dSequence: Address,
    dHidden: Address,
    dCarry: Address,
    steps: number,
    batch: number,
    units: number,
    first: number,
    last: number,
    dProjected: Address,
    dFirstHidden: Address,
    dFirstCarry: Address,
    scratch: Address,
  ) => void;
  readonly gruScratch: (units: number) => number;
  readonly gruSequence: (
    projected: Address,
    recurrentKernel: Address,
    recurrentBias: Address,
    firstHidden: Address,
    mask: Address,
    maskStep: number,
    resetAfter: boolean,
    steps: number,
    batch: number,
    units: number,
    first: number,
    last: number,
    hidden: Address,
    gates: Address,
    inner: Address,
    scratch: Address,
  ) => void;
  readonly gruGradientScratch: (units: number, rows: number) => number;
  readonly gruSequenceGradient: (
    recurrentKernel: Address,
    mask: Address,
    maskStep: number,
    resetAfter: boolean,
    hidden: Address,
    gates: Address,
    inner: Address,
    dSequence: Address,
    dHidden: Address,
    steps: number,
    batch: number,
    units: number,
    first: number,
    last: number,
    dProjected: Address,
    dMultiplied: Address,
    dFirstHidden: Address,
    scratch: Address,
  ) => void;
  /** Of the gradient, too. */
  readonly simpleRnnScratch: (units: number) => number;
  readonly simpleRnnSequence: (
    projected: Address,
    recurrentKernel: Address,
    firstHidden: Address,
    mask: Address,
    maskStep: number,
    steps: number,
    batch: number,
    units: number,
    first: number,
    last: number,
    hidden: Address,
    scratch: Address,
  ) => void;
  readonly simpleRnnSequenceGradient: (
    recurrentKernel: Address,
    mask: Address,
    maskStep: number,
    hidden: Address,
    dSequence: Address,
    dHidden: Address,
    steps: number,
    batch: number,
    units: number,
    first: number,
    last: number,
    dProjected: Address,
    dFirstHidden: Address,
    scratch: Address,
  ) => void;

  readonly segmentSum: (
    x: Address,
    ids: Address,
    count: number,
    inner: number,
    segments: number,
    y: Address,
  ) => void;
  readonly segmentSumInt: (
    x: Address,
    ids: Address,
    count: number,
    inner: number,
    segments: number,
    y: Address,
  ) => void;

  readonly maximum: BinaryKernel;
  readonly minimum: BinaryKernel;
  readonly clamp: (x: Address, count: number, low: number, high: number, y: Address) => void;
  readonly sign: (x: Address, count: number, y: Address) => void;

  readonly runningSum: ScanKernel;
  readonly runningProduct: ScanKernel;
  readonly runningSumInt: ScanKernel;
  readonly runningProductInt: ScanKernel;
  readonly topKScratch: (count: number, k: number) => number;
  readonly topK: TopKKernel;
  readonly topKInt: TopKKernel;
  /** `on` and `off` are the bits of the values. */
  readonly oneHot: (
    indices: Address,
    first: number,
    last: number,
    depth: number,
    on: number,
    off: number,
    y: Address,
  ) => void;

  readonly uniform: RandomKernel;

  readonly expLanes: VectorFunction;
  /** Of numbers up to 0; where it would be a denormal number, it is 0. */
  readonly expFlushedLanes: VectorFunction;
  readonly expm1Lanes: VectorFunction;
  readonly logLanes: VectorFunction;
  readonly log1pLanes: VectorFunction;
  readonly tanhLanes: VectorFunction;
  readonly sigmoidLanes: VectorFunction;
  readonly softplusLanes: VectorFunction;
  readonly erfLanes: VectorFunction;
  readonly sinLanes: VectorFunction;
  readonly cosLanes: VectorFunction;
  readonly tanLanes: VectorFunction;
  readonly sinhLanes: VectorFunction;
  readonly coshLanes: VectorFunction;
  readonly asinhLanes: VectorFunction;
  readonly acoshLanes: VectorFunction;
  readonly atanhLanes: VectorFunction;
  readonly asinLanes: VectorFunction;
  readonly acosLanes: VectorFunction;
  readonly atanLanes: VectorFunction;
  readonly rsqrtLanes: VectorFunction;
  readonly atan2Lanes: VectorFunction;
  readonly powLanes: VectorFunction;
  readonly floorDivideLanes: VectorFunction;
  readonly modLanes: VectorFunction;
  readonly floorDivideIntLanes: VectorFunction;
  readonly modIntLanes: VectorFunction;

  readonly expArray: UnaryKernel;
  readonly expm1Array: UnaryKernel;
  readonly logArray: UnaryKernel;
  readonly log1pArray: UnaryKernel;
  readonly tanhArray: UnaryKernel;
  readonly sigmoidArray: UnaryKernel;
  readonly softplusArray: UnaryKernel;
  readonly erfArray: UnaryKernel;
  readonly sinArray: UnaryKernel;
  readonly cosArray: UnaryKernel;
  readonly tanArray: UnaryKernel;
  readonly sinhArray: UnaryKernel;
  readonly coshArray: UnaryKernel;
  readonly asinhArray: UnaryKernel;
  readonly acoshArray: UnaryKernel;
  readonly atanhArray: UnaryKernel;
  readonly asinArray: UnaryKernel;
  readonly acosArray: UnaryKernel;
  readonly atanArray: UnaryKernel;
  readonly rsqrtArray: UnaryKernel;
  readonly atan2Array: BinaryKernel;
  readonly powArray: BinaryKernel;
  readonly floorDivideArray: BinaryKernel;
  readonly modArray: BinaryKernel;
  readonly floorDivideIntArray: BinaryKernel;
  readonly modIntArray: BinaryKernel;

  /** The rows of one batch, in the order of `order` or, if it is 0, in their own. */
  readonly batchRows: (
    x: Address,
    order: Address,
    start: number,
    first: number,
    last: number,
    rowBytes: number,
    y: Address,
  ) => void;

  /** Returns the place of the first index that is out of range, or -1. */
  readonly gather: (
    x: Address,
    indices: Address,
    batch: number,
    outer: number,
    size: number,
    count: number,
    sliceBytes: number,
    y: Address,
  ) => number;
}

type PoolKernel = (
  geometry: GeometryAddress,
  from: Address,
  to: Address,
  first: number,
  last: number,
) => void;

/** A step is 4 or, for an operand of one value, 0; not both are 0. */
export type BinaryKernel = (
  a: Address,
  stepA: number,
  b: Address,
  stepB: number,
  count: number,
  y: Address,
) => void;

export type UnaryKernel = (x: Address, count: number, y: Address) => void;

/** A function of v128 values, which JavaScript cannot call: another module imports it. */
export type VectorFunction = CallableFunction;

/** Over the middle axis of x [outer, count, inner]. */
export type ReductionKernel = (x: Address, outer: number, count: number, inner: number, y: Address) => void;

/** For the rows of `count` numbers from `first` up to `last`. */
type RowsKernel = (x: Address, first: number, last: number, count: number, y: Address) => void;

/** `count` numbers from the state [seed, offset]: the blocks of four of them from `first` up to `last`. */
type RandomKernel = (state: Address, first: number, last: number, count: number, y: Address) => void;

/** Over the middle axis of x [outer, count, inner]. */
export type ScanKernel = (
  x: Address,
  outer: number,
  count: number,
  inner: number,
  exclusive: boolean,
  reverse: boolean,
  y: Address,
) => void;

/** For the rows of `count` numbers from `first` up to `last`. */
type TopKKernel = (
  x: Address,
  first: number,
  last: number,
  count: number,
  k: number,
  values: Address,
  places: Address,
  scratch: Address,
) => void;
