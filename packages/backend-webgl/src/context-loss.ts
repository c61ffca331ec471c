import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { backend } from '@tensorflow/tfjs-core';

let watched: HTMLCanvasElement | OffscreenCanvas | undefined;
let lost = false;

/** Listens for the loss of the context that the backend computes with. */
export function watchContext(): void {
  const { canvas } = (backend() as MathBackendWebGL).getGPGPUContext().gl;
  if (canvas === watched) return;
  watched = canvas;
  lost = false;
  canvas.addEventListener('webglcontextlost', () => {
    lost = true;
  });
}

/** Whether the device has gone away since. */
export function contextLost(): boolean {
  return lost;
}
