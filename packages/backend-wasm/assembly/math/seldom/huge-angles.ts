// Angles of which float64 loses the turns, in quarters of a turn: x · 2/π with as many digits of 2/π as it takes.

const ORDINARY: f32 = 1e8;
const HALF_PI: f64 = 1.5707963267948966;

// How many quarters the last call of `reduce` took away.
let quarters: i32 = 0;

// What `reduceAny` came to.
export let lowRests: v128 = i32x4.splat(0);
export let highRests: v128 = i32x4.splat(0);
export let quarterTurns: v128 = i32x4.splat(0);

// Digits of 2/π to the base 2^24; a switch, because a table would be a data segment.
function digit(place: i32): f64 {
  switch (place) {
    case 0:
      return 0xa2f983;
    case 1:
      return 0x6e4e44;
    case 2:
      return 0x1529fc;
    case 3:
      return 0x2757d1;
    case 4:
      return 0xf534dd;
    case 5:
      return 0xc0db62;
    case 6:
      return 0x95993c;
    case 7:
      return 0x439041;
  }
  return 0xfe5163;
}

// The product of x and a digit, exact.
function partOf(x: f32, place: i32): f64 {
  const power = reinterpret<f64>((<i64>(1023 - 24 * (place + 1))) << 52);
  return <f64>x * power * digit(place);
}

function withoutTurns(part: f64): f64 {
  return part - 4 * nearest<f64>(part * 0.25);
}

function reduce(x: f32): f64 {
  const exponentOfLastBit = ((reinterpret<i32>(x) >> 23) & 255) - 150;
  const first = (exponentOfLastBit - 2) / 24; // the digits before it give nothing but whole turns
  // Sums of 49 bits, and exact; where the third part can change the number of quarters, it has no more.
  const leading = withoutTurns(partOf(x, first)) + withoutTurns(partOf(x, first + 1));
  const middle = leading - nearest<f64>(leading) + partOf(x, first + 2);
  quarters = <i32>(nearest<f64>(leading) + nearest<f64>(middle));
  return (middle - nearest<f64>(middle) + partOf(x, first + 3)) * HALF_PI;
}

// Brings lanes of any size to `lowRests` and `highRests`, in float64, and `quarterTurns`, given what those of ordinary
// size are reduced to.
export function reduceAny(x: v128, low: v128, high: v128, quarter: v128): void {
  let q = quarter;
  lowRests = low;
  highRests = high;
  if (isHuge(f32x4.extract_lane(x, 0))) {
    lowRests = f64x2.replace_lane(lowRests, 0, reduce(f32x4.extract_lane(x, 0)));
    q = i32x4.replace_lane(q, 0, quarters);
  }
  if (isHuge(f32x4.extract_lane(x, 1))) {
    lowRests = f64x2.replace_lane(lowRests, 1, reduce(f32x4.extract_lane(x, 1)));
    q = i32x4.replace_lane(q, 1, quarters);
  }
  if (isHuge(f32x4.extract_lane(x, 2))) {
    highRests = f64x2.replace_lane(highRests, 0, reduce(f32x4.extract_lane(x, 2)));
    q = i32x4.replace_lane(q, 2, quarters);
  }
  if (isHuge(f32x4.extract_lane(x, 3))) {
    highRests = f64x2.replace_lane(highRests, 1, reduce(f32x4.extract_lane(x, 3)));
    q = i32x4.replace_lane(q, 3, quarters);
  }
  quarterTurns = q;
}

function isHuge(x: f32): bool {
  return abs<f32>(x) >= ORDINARY; // infinity comes to NaN
}
