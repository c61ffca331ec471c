// How two values become one. Used as type arguments, so that one loop serves all; no object of them is ever made.

@unmanaged
@final
export class Maximum {
  start(): f32 {
    return -Infinity;
  }
  lanes(a: v128, b: v128): v128 {
    return f32x4.max(a, b);
  }
  one(a: f32, b: f32): f32 {
    return max<f32>(a, b);
  }
}

@unmanaged
@final
export class Minimum {
  start(): f32 {
    return Infinity;
  }
  lanes(a: v128, b: v128): v128 {
    return f32x4.min(a, b);
  }
  one(a: f32, b: f32): f32 {
    return min<f32>(a, b);
  }
}

@unmanaged
@final
export class Product {
  start(): f32 {
    return 1;
  }
  lanes(a: v128, b: v128): v128 {
    return f32x4.mul(a, b);
  }
  one(a: f32, b: f32): f32 {
    return a * b;
  }
}

@unmanaged
@final
export class Plus {
  start(): f32 {
    return 0;
  }
  lanes(a: v128, b: v128): v128 {
    return f32x4.add(a, b);
  }
  one(a: f32, b: f32): f32 {
    return a + b;
  }
}
