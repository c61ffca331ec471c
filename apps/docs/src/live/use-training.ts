import { type DeepReadonly, type Ref, onBeforeUnmount, onMounted, reactive, readonly, ref } from 'vue';
import type { BackendName, Command, DigitPixels, LiveEvent, Prediction, Progress } from './messages.js';

type Phase = 'loading' | 'idle' | 'starting' | 'training' | 'paused' | 'stopping';

/** A point of the live curve; `step` counts over all epochs. */
interface CurvePoint {
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
}

/** What the page shows. */
interface TrainingState {
  phase: Phase;
  /** Why each backend cannot run here; null where it can. */
  backends: Readonly<Record<BackendName, string | null>>;
  /** With how many threads the backend computes; null for one that has none of its own. */
  threads: number | null;
  /** Whether there is a network to ask. */
  trained: boolean;
  epochs: number;
  progress: Progress | null;
  curve: CurvePoint[];
  heldOut: CurvePoint[];
  heldOutAccuracy: number | null;
  prediction: Prediction | null;
  /** One sentence on what happened last. */
  status: string;
  error: string | null;
}

export interface Training {
  readonly state: DeepReadonly<TrainingState>;
  readonly backend: Ref<BackendName>;
  start(epochs: number): void;
  pause(): void;
  resume(): void;
  stop(): void;
  /** Asks the network about a drawing, or about the next held-out digit. */
  predict(pixels: DigitPixels | null): void;
}

const backendTitles: Readonly<Record<BackendName, string>> = { wasm: 'WebAssembly', webgl: 'WebGL' };
const mostPoints = 600;

/** Speaks with the worker that trains, from when the component is on the page until it leaves. */
export function useTraining(): Training {
  const state = reactive(untrained());
  const backend = ref<BackendName>('wasm');
  let worker: Worker | undefined;
  let asking = false;
  let nextQuestion: Command | undefined;

  const send = (command: Command): void => worker?.postMessage(command);

  const answer = (event: LiveEvent): void => {
    apply(state, event);
    if (event.kind === 'ready' && event.backends.wasm !== null && event.backends.webgl === null) {
      backend.value = 'webgl';
    }
    if (event.kind !== 'prediction' && event.kind !== 'error') return;
    asking = nextQuestion !== undefined;
    if (nextQuestion !== undefined) send(nextQuestion);
    nextQuestion = undefined;
  };

  onMounted(() => {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<LiveEvent>) => {
      answer(data);
    });
    worker.addEventListener('error', (event) => {
      answer({ kind: 'error', message: event.message || 'The worker could not be loaded.' });
    });
  });
  onBeforeUnmount(() => worker?.terminate());

  return {
    state: readonly(state),
    backend,
    start(epochs) {
      Object.assign(state, {
        ...untrained(),
        phase: 'starting',
        backends: state.backends,
        epochs,
        status: `Loading ${backendTitles[backend.value]} and the digits …`,
      });
      send({ kind: 'start', backend: backend.value, epochs });
    },
    pause() {
      state.phase = 'paused';
      state.status = 'Paused.';
      send({ kind: 'pause' });
    },
    resume() {
      state.phase = 'training';
      state.status = 'Going on.';
      send({ kind: 'resume' });
    },
    stop() {
      state.phase = 'stopping';
      state.status = 'Stopping, and testing on the held-out digits …';
      send({ kind: 'stop' });
    },
    predict(pixels) {
      const question: Command = { kind: 'predict', pixels };
      // While one question is open only the newest of the others is kept.
      if (asking) nextQuestion = question;
      else send(question);
      asking = true;
    },
  };
}

function untrained(): TrainingState {
  return {
    phase: 'loading',
    backends: { wasm: null, webgl: null },
    threads: null,
    trained: false,
    epochs: 0,
    progress: null,
    curve: [],
    heldOut: [],
    heldOutAccuracy: null,
    prediction: null,
    status: '',
    error: null,
  };
}

function apply(state: TrainingState, event: LiveEvent): void {
  switch (event.kind) {
    case 'ready':
      state.backends = event.backends;
      state.phase = 'idle';
      break;
    case 'started':
      state.threads = event.threads;
      break;
    case 'progress':
      showProgress(state, event);
      break;
    case 'epochEnd': {
      const step = event.epoch * (state.progress?.batchesPerEpoch ?? 0);
      state.heldOut.push({ step, loss: event.heldOutLoss, accuracy: event.heldOutAccuracy });
      state.heldOutAccuracy = event.heldOutAccuracy;
      state.status = `Epoch ${event.epoch} done: ${percent(event.heldOutAccuracy)} of the held-out digits are recognised.`;
      break;
    }
    case 'finished':
      state.phase = 'idle';
      state.heldOutAccuracy = event.heldOutAccuracy;
      state.status = `Done: ${percent(event.heldOutAccuracy)} of the held-out digits are recognised.`;
      break;
    case 'prediction':
      state.prediction = event;
      break;
    case 'error':
      state.error = event.message;
      state.phase = 'idle';
      state.status = 'The training failed.';
  }
}

function showProgress(state: TrainingState, event: Progress): void {
  if (state.phase === 'starting') {
    state.phase = 'training';
    const { threads } = state;
    state.status = threads === null || threads === 1 ? 'Training.' : `Training on ${threads} threads.`;
  }
  state.trained = true;
  state.progress = event;
  if (state.curve.length >= mostPoints) state.curve = state.curve.filter((_, i) => i % 2 === 0);
  const step = (event.epoch - 1) * event.batchesPerEpoch + event.batch;
  state.curve.push({ step, loss: event.loss, accuracy: event.accuracy });
}

/** `0.934` as `93.4 %`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
