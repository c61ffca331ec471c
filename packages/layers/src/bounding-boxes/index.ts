// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type AffineTransformBoxesOptions, affineTransform } from './affine-transform.js';
export { type ClipToImageSizeOptions, clipToImageSize } from './clip-to-image-size.js';
export { type ComputeCiouOptions, computeCiou } from './compute-ciou.js';
export { type ComputeIouOptions, computeIou } from './compute-iou.js';
export {
  type BoundingBoxFormat,
  type ImageExtent,
  type ConvertFormatOptions,
  convertFormat,
} from './convert-format.js';
export { type CropBoxesOptions, crop } from './crop.js';
export { type DecodeDeltasToBoxesOptions, decodeDeltasToBoxes } from './decode-deltas-to-boxes.js';
export { type EncodeBoxToDeltasOptions, encodeBoxToDeltas } from './encode-box-to-deltas.js';
export { type PadBoxesOptions, pad } from './pad.js';
