import { StateError } from '@myelin/core';
import { env } from '@tensorflow/tfjs-core';

/** Finds out before the training starts what would spoil it. @throws StateError */
export function checkDevice(): void {
  if (env().getNumber('WEBGL_VERSION') < 2) {
    throw new StateError({
      who: 'webgl',
      expected: 'a browser with WebGL 2',
      got: env().getNumber('WEBGL_VERSION') === 0 ? 'one without WebGL' : 'WebGL 1',
      hint: 'Use wasm() of @myelin/backend-wasm, which runs everywhere.',
    });
  }
  if (!env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) {
    throw new StateError({
      who: 'webgl',
      expected: 'a device that computes with 32-bit floats',
      got: 'one with 16 bits only',
      hint: 'Training would lose small gradients. Use wasm() of @myelin/backend-wasm.',
    });
  }
}
