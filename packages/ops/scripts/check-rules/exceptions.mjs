/** Kernels that the specs never call on the cpu backend, and why. */
export const NEVER_CALLED = {
  BroadcastTo: 'tf.broadcastTo runs Tile',
  Draw: 'needs the canvas of a page',
  FromPixels: 'needs the canvas of a page',
  FlushToZero: 'a kernel of Myelin',
  GruSequence: 'a kernel of Myelin',
  GruSequenceGradient: 'a kernel of Myelin',
  LogSoftmax: 'tf.logSoftmax is composed of other kernels',
  LogicalXor: 'tf.logicalXor is composed of other kernels',
  LowerBound: 'tf.lowerBound runs SearchSorted',
  LstmSequence: 'a kernel of Myelin',
  LstmSequenceGradient: 'a kernel of Myelin',
  MatrixBandPart: 'tf.linalg.bandPart is composed of other kernels',
  PermutedMatMul: 'a kernel of Myelin',
  PhiloxUniform: 'a kernel of Myelin',
  Pool: 'no backend has it',
  PoolingConv2D: 'a kernel of Myelin',
  PoolingConv2DGradient: 'a kernel of Myelin',
  RotateWithOffset: 'its specs run in browsers only',
  SimpleRnnSequence: 'a kernel of Myelin',
  SimpleRnnSequenceGradient: 'a kernel of Myelin',
  UpperBound: 'tf.upperBound runs SearchSorted',
};

/** Refusals of a kernel that follow from values, which no rule can foresee. */
export const REFUSED_FOR_VALUES = {
  BroadcastArgs: /could not be broadcast/,
  GatherV2: /the index value -?\d+ is not in/,
  SparseReshape: /reshape|must be non-negative|may be -1/,
};
