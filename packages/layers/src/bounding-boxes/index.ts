// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type ClipToImageSizeOptions, clipToImageSize } from './clip-to-image-size.js';
export {
  type BoundingBoxFormat,
  type ImageExtent,
  type ConvertFormatOptions,
  convertFormat,
} from './convert-format.js';
