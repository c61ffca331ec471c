/** Instructions of WebAssembly by their names in the specification, without a prefix. */
export const plain = {
  'i32.eqz': [0x45],
  'i32.eq': [0x46],
  'i32.ne': [0x47],
  'i32.lt_u': [0x49],
  'i32.ge_u': [0x4f],
  'i32.add': [0x6a],
  'i32.sub': [0x6b],
  'i32.mul': [0x6c],
  'i32.div_u': [0x6e],
  'i32.and': [0x71],
  'f32.demote_f64': [0xb6],
  'f64.add': [0xa0],
  'f64.div': [0xa3],
  'f32.add': [0x92],
  'f32.mul': [0x94],
  'f32.min': [0x96],
  'f32.max': [0x97],
} as const;

/** SIMD instructions without immediates. */
export const simd = {
  'i32x4.splat': 0x11,
  'f32x4.splat': 0x13,
  'i32x4.eq': 0x37,
  'i32x4.ne': 0x38,
  'i32x4.lt_s': 0x39,
  'i32x4.gt_s': 0x3b,
  'i32x4.le_s': 0x3d,
  'i32x4.ge_s': 0x3f,
  'f32x4.eq': 0x41,
  'f32x4.ne': 0x42,
  'f32x4.lt': 0x43,
  'f32x4.gt': 0x44,
  'f32x4.le': 0x45,
  'f32x4.ge': 0x46,
  'v128.not': 0x4d,
  'v128.and': 0x4e,
  'v128.andnot': 0x4f,
  'v128.or': 0x50,
  'v128.xor': 0x51,
  'v128.bitselect': 0x52,
  'f64x2.splat': 0x14,
  'f32x4.demote_f64x2_zero': 0x5e,
  'f64x2.promote_low_f32x4': 0x5f,
  'f32x4.ceil': 0x67,
  'f32x4.floor': 0x68,
  'f32x4.trunc': 0x69,
  'f32x4.nearest': 0x6a,
  'i32x4.abs': 0xa0,
  'i32x4.neg': 0xa1,
  'i32x4.add': 0xae,
  'i32x4.sub': 0xb1,
  'i32x4.mul': 0xb5,
  'i32x4.min_s': 0xb6,
  'i32x4.max_s': 0xb8,
  'f32x4.abs': 0xe0,
  'f32x4.neg': 0xe1,
  'f32x4.sqrt': 0xe3,
  'f32x4.add': 0xe4,
  'f32x4.sub': 0xe5,
  'f32x4.mul': 0xe6,
  'f32x4.div': 0xe7,
  'f32x4.min': 0xe8,
  'f32x4.max': 0xe9,
  'f32x4.pmax': 0xeb,
  'f64x2.add': 0xf0,
  'f64x2.div': 0xf3,
  'i32x4.trunc_sat_f32x4_s': 0xf8,
  'f32x4.convert_i32x4_s': 0xfa,
  'f32x4.relaxed_madd': 0x105,
} as const;

/** SIMD instructions that reach memory, with the base-2 logarithm of their natural alignment. */
export const simdMemory = {
  'v128.load': [0x00, 0],
  'v128.load32_splat': [0x09, 2],
  'v128.load64_zero': [0x5d, 0],
  'v128.store': [0x0b, 0],
} as const;

/** SIMD instructions that move one lane between memory and a vector. */
export const simdLaneMemory = {
  'v128.load32_lane': 0x56,
  'v128.store32_lane': 0x5a,
} as const;

export const simdPrefix = 0xfd;
export const atomicPrefix = 0xfe;

/** Atomic instructions on 32 bits. */
export const atomics = {
  'memory.atomic.notify': 0x00,
  'memory.atomic.wait32': 0x01,
  'i32.atomic.load': 0x10,
  'i32.atomic.store': 0x17,
  'i32.atomic.rmw.add': 0x1e,
} as const;
