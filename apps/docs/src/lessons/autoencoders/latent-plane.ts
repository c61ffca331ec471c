import { NdArray } from '@myelin/core';

/** How far the plane of codes is shown, to each side: 99.5 % of what is drawn from N(0, 1) lies within. */
export const reach = 2.8;
/** Digits along each side of the picture of the plane. */
export const perSide = 15;

/** The codes in the middles of the cells of the picture, from the top left, row after row. */
export const planeCodes: NdArray = NdArray.from(
  Array.from({ length: perSide * perSide }, (_, i) => [
    middle(i % perSide),
    -middle(Math.floor(i / perSide)),
  ]),
);

function middle(cell: number): number {
  return ((cell + 0.5) / perSide) * 2 * reach - reach;
}
