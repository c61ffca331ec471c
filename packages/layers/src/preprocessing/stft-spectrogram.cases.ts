import type { ConformanceCase } from '@myelin/testing';
import type { StftSpectrogramConfig } from './stft-spectrogram.js';

export const cases: readonly ConformanceCase<StftSpectrogramConfig>[] = [
  { name: 'log', config: { frameLength: 4 }, inputShapes: [[2, 9, 2]] },
  {
    name: 'channels first, own axis',
    config: { mode: 'stft', frameLength: 3, padding: 'same', expandDims: true, dataFormat: 'channels_first' },
    inputShapes: [[2, 2, 7]],
  },
];
