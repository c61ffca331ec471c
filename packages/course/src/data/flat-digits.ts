import { type Examples, type TrainTest, digits, scalePixels, toCategorical } from '@myelin/datasets';

/** The digits of `digits()` as dense networks take them: rows of 784 pixels from 0 to 1, and one-hot classes. */
export async function flatDigits(): Promise<TrainTest> {
  const { train, test } = await digits();
  return { train: flatten(train), test: flatten(test) };
}

function flatten({ x, y }: Examples): Examples {
  return { x: scalePixels(x, [784]), y: toCategorical(y, 10) };
}
