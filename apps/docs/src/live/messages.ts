/** What the page and the worker that trains say to each other. */

export type BackendName = 'wasm' | 'webgl';

/** A digit as MNIST has them: 28 rows of 28 pixels, 0 is paper and 255 ink. */
export type DigitPixels = Uint8Array;

/** From the page to the worker. */
export type Command =
  | {
      readonly kind: 'start';
      readonly backend: BackendName;
      readonly epochs: number;
    }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'stop' }
  /** Without pixels the next of the held-out digits is meant. */
  | { readonly kind: 'predict'; readonly pixels: DigitPixels | null };

/** A training begins. */
interface Started {
  readonly kind: 'started';
  /** Of the backend; null for one that has none of its own. */
  readonly threads: number | null;
}

/** Figures of the running epoch, up to this batch. */
export interface Progress {
  readonly kind: 'progress';
  /** Counted from 1, as `batch` is. */
  readonly epoch: number;
  readonly batch: number;
  readonly batchesPerEpoch: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly stepsPerSecond: number;
}

interface EpochEnd {
  readonly kind: 'epochEnd';
  readonly epoch: number;
  readonly heldOutLoss: number;
  readonly heldOutAccuracy: number;
}

export interface Prediction {
  readonly kind: 'prediction';
  /** One for each digit from 0 to 9. */
  readonly probabilities: readonly number[];
  readonly pixels: DigitPixels;
  /** What a held-out digit really is; null for a drawn one. */
  readonly label: number | null;
}

/** From the worker to the page. */
export type LiveEvent =
  /** Why each backend cannot run here; null where it can. */
  | { readonly kind: 'ready'; readonly backends: Readonly<Record<BackendName, string | null>> }
  | Started
  | Progress
  | EpochEnd
  | { readonly kind: 'finished'; readonly heldOutAccuracy: number }
  | Prediction
  | { readonly kind: 'error'; readonly message: string };
