import type { ConformanceCase } from '@myelin/testing';
import type { MelSpectrogramConfig } from './mel-spectrogram.js';

export const cases: readonly ConformanceCase<MelSpectrogramConfig>[] = [
  {
    name: 'power',
    config: { fftLength: 16, sequenceStride: 5, numMelBins: 3, minFreq: 500, powerToDb: false },
    inputShapes: [[2, 20]],
  },
];
