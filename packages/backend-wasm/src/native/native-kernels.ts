/** An address in a WebAssembly memory, in bytes. */
export type Address = number;

/** Address of a block of int32 words, one a field, in the order of the class of that name in assembly/. */
export type GeometryAddress = Address;

/** What the WebAssembly module of this package exports; assembly/ says what each one computes. */
export interface NativeKernels {
  /** Bytes that `setWorkspace` needs; it must be called first. */
  readonly workspaceBytes: () => number;
  readonly setWorkspace: (address: Address) => void;

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
  ) => void;
  readonly depthwiseFilterGradient: (
    geometry: GeometryAddress,
    x: Address,
    dy: Address,
    dFilter: Address,
  ) => void;
  readonly depthwiseInputGradient: (
    geometry: GeometryAddress,
    dy: Address,
    filter: Address,
    dx: Address,
  ) => void;

  readonly maxPool: (geometry: GeometryAddress, x: Address, y: Address) => void;
  readonly maxPoolGradient: (geometry: GeometryAddress, x: Address, dy: Address, dx: Address) => void;
  readonly averagePool: (geometry: GeometryAddress, x: Address, y: Address) => void;
  readonly averagePoolGradient: (geometry: GeometryAddress, dy: Address, dx: Address) => void;

  readonly sum: (
    x: Address,
    outer: number,
    count: number,
    inner: number,
    y: Address,
    divisor: number,
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

  readonly expLanes: VectorFunction;
  readonly expm1Lanes: VectorFunction;
  readonly logLanes: VectorFunction;
  readonly log1pLanes: VectorFunction;
  readonly tanhLanes: VectorFunction;
  readonly sigmoidLanes: VectorFunction;
  readonly softplusLanes: VectorFunction;
  readonly erfLanes: VectorFunction;
  readonly rsqrtLanes: VectorFunction;

  readonly expArray: UnaryKernel;
  readonly expm1Array: UnaryKernel;
  readonly logArray: UnaryKernel;
  readonly log1pArray: UnaryKernel;
  readonly tanhArray: UnaryKernel;
  readonly sigmoidArray: UnaryKernel;
  readonly softplusArray: UnaryKernel;
  readonly erfArray: UnaryKernel;
  readonly rsqrtArray: UnaryKernel;

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
