/** Everything that computes; the page only shows it. */
import { NdArray, setSeed, useBackend } from '@myelin/core';
import type { Model } from '@myelin/models';
import { digitCnn } from '@myelin/zoo';
import { missingBackends, runtimes, threadsOf } from './backends.js';
import { type Digits, asImages, loadDigits } from './load-digits.js';
import type { BackendName, Command, DigitPixels, LiveEvent } from './messages.js';
import { makePauseSwitch } from './pause-switch.js';
import { train } from './train.js';

const pauseSwitch = makePauseSwitch();
let running: AbortController | undefined;
let model: Model | undefined;
let digits: Promise<Digits> | undefined;
let nextHeldOut = 0;

function tell(event: LiveEvent): void {
  self.postMessage(event);
}

async function start(backend: BackendName, epochs: number): Promise<void> {
  if (running !== undefined) return;
  running = new AbortController();
  const { signal } = running;
  try {
    const [runtime, data] = await Promise.all([runtimes[backend](), (digits ??= loadDigits())]);
    await useBackend(runtime);
    tell({ kind: 'started', threads: await threadsOf(backend) });
    // Every reader sees the same run.
    setSeed(1);
    const fresh = digitCnn();
    fresh.compile({ optimizer: 'adam', loss: 'categorical_crossentropy', metrics: ['accuracy'] });
    model = fresh;
    await train({ model: fresh, digits: data, epochs, pauseSwitch, signal, tell });
  } finally {
    running = undefined;
  }
}

function stop(): void {
  running?.abort();
  pauseSwitch.resume();
}

async function predict(drawn: DigitPixels | null): Promise<void> {
  if (model === undefined) return;
  const { pixels, label } = drawn === null ? await pickHeldOut() : { pixels: drawn, label: null };
  const probabilities = await model.predict(asImages(new NdArray(pixels)));
  tell({ kind: 'prediction', probabilities: Array.from(probabilities.data as Float32Array), pixels, label });
}

async function pickHeldOut(): Promise<ReturnType<Digits['example']>> {
  const { example, heldOut } = await (digits ??= loadDigits());
  const count = heldOut.x.shape[0] ?? 1;
  return example(nextHeldOut++ % count);
}

async function obey(command: Command): Promise<void> {
  switch (command.kind) {
    case 'start':
      return start(command.backend, command.epochs);
    case 'pause':
      pauseSwitch.pause();
      return;
    case 'resume':
      pauseSwitch.resume();
      return;
    case 'stop':
      stop();
      return;
    case 'predict':
      return predict(command.pixels);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Command>) => {
  obey(data).catch((error: unknown) => {
    tell({ kind: 'error', message: error instanceof Error ? error.message : String(error) });
  });
});

tell({ kind: 'ready', backends: missingBackends() });
