// 1 / √x
// @inline
export function rsqrtLanes(x: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.sqrt(x));
}
