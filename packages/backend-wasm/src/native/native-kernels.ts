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
  readonly convolution: (
    geometry: GeometryAddress,
    x: Address,
    filter: Address,
    bias: Address,
    y: Address,
    low: number,
    scratch: Address,
  ) => void;
  readonly filterGradientScratch: (geometry: GeometryAddress) => number;
  readonly filterGradient: (
    geometry: GeometryAddress,
    x: Address,
    dy: Address,
    dFilter: Address,
    scratch: Address,
  ) => void;
  readonly inputGradientScratch: (geometry: GeometryAddress) => number;
  readonly inputGradient: (
    geometry: GeometryAddress,
    dy: Address,
    filter: Address,
    dx: Address,
    scratch: Address,
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
}
