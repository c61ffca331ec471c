/** Specs of tfjs-core that fail on this backend, by parts of their names, and why. */

const complex = 'the stock WASM backend has no complex numbers, and no layer of Keras computes with them';
const strings = 'strings are prepared on the host, ahead of what runs here';
const ragged = 'the stock WASM backend has no ragged tensors, and Keras gives dense ones to its layers';
const nan = 'NaN shows, as in TensorFlow, so that training that went wrong is seen';
const outside = 'the specs expect that a window of one value is copied, also where it lies in the padding';

export const EXCEPTIONS = [
  [/^complex64|^util\.toNestedArray for a complex tensor|complex/i, complex],
  [/^[123]D I?R?FFT|^stft/, complex],
  [/^(decodeWeights|encodeWeights) .*Mixed dtype tensors/, complex],
  [/^(add|sub|mul) .*upcasts when dtypes dont match/, complex],
  [/string/i, strings],
  [/^sparseToDense .* should work for string|^squeeze /, strings],
  [/^staticRegexReplace/, strings],
  [/^ragged/, ragged],
  [/^sign /, nan],
  [/^maxPool(3d)? .*ignores NaNs/, nan],
  [/^pool .* (max|avg) x=\[2,2,3\] f=\[1,1\] s=2 p=1 fractional outputs default rounding/, outside],
  [
    /^avgPool .* gradient x=\[3,3,1\] f=\[3,3\] s=1 p=explicit/,
    'a mean counts what lies in the image, and so does its gradient; in tfjs-core only the mean does',
  ],
  [
    /^conv2dTranspose .* input=8x8x8,output=4x4x8/,
    'its shapes contradict each other: no convolution of a 4x4 image with the same padding has a result of 8x8',
  ],
  [/^gather .* throws when index is out of bound/, 'the message is in the words of this project'],
];
