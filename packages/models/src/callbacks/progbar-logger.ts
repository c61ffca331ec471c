import type { Logs } from '../model.js';
import type { Callback } from './callback.js';

export interface ProgbarLoggerOptions {
  /** 1 is a line that is drawn again and again, 2 a line an epoch; 'auto' is 1 on a terminal, else 2. @defaultValue 'auto' */
  readonly verbose?: 1 | 2 | 'auto';
  /** Where lines go. @defaultValue the terminal in Node, the console elsewhere */
  readonly write?: (text: string) => void;
}

/**
 * Shows how training goes: epoch, step, time left, steps a second, loss and metrics.
 *
 * On a terminal the line is drawn in place; elsewhere, as in logs of CI, there is one line an epoch.
 *
 * @see Keras `keras.callbacks.ProgbarLogger`
 */
export function progbarLogger({
  verbose = 'auto',
  write = defaultWrite,
}: ProgbarLoggerOptions = {}): Callback {
  const live = verbose === 1 || (verbose === 'auto' && isTerminal());
  let started = 0;
  let seen = 0;
  let number = 0;
  const head = (epochs: number): string =>
    `Epoch ${String(number + 1).padStart(String(epochs).length)}/${epochs}`;
  return {
    batchEndIntervalMs: live ? 100 : Number.POSITIVE_INFINITY,
    onEpochBegin(epoch) {
      number = epoch;
      seen = 0;
      started = performance.now();
    },
    onTrainBatchEnd(batch, logs, { steps, epochs }) {
      seen = batch + 1;
      if (!live) return;
      const seconds = (performance.now() - started) / 1000;
      const left = steps === undefined ? '' : ` ${formatSeconds((seconds / seen) * (steps - seen))} left`;
      write(`\r\u001b[K${head(epochs)} ${bar(seen, steps)}${left} ${rate(seen / seconds)} ${figures(logs)}`);
    },
    onEpochEnd(_, logs, { steps, epochs }) {
      const seconds = (performance.now() - started) / 1000;
      const total = steps ?? seen;
      const line = `${head(epochs)} ${total}/${total} ${formatSeconds(seconds)} ${rate(total / seconds)} ${figures(logs)}`;
      write(`${live ? '\r\u001b[K' : ''}${line}\n`);
    },
  };
}

function bar(done: number, steps: number | undefined): string {
  if (steps === undefined) return `${done}`;
  const width = 20;
  const filled = Math.round((width * done) / steps);
  return `${String(done).padStart(String(steps).length)}/${steps} ${'━'.repeat(filled)}${'┈'.repeat(width - filled)}`;
}

function rate(stepsPerSecond: number): string {
  return `${stepsPerSecond.toFixed(stepsPerSecond < 10 ? 1 : 0)} steps/s`;
}

function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)}s`;
  if (seconds < 60) return `${Math.round(seconds)}s`;
  return `${Math.floor(seconds / 60)}m${String(Math.round(seconds % 60)).padStart(2, '0')}s`;
}

/** Four digits after the point; small figures as powers of ten. */
function figures(logs: Logs): string {
  return Object.entries(logs)
    .map(
      ([name, value]) =>
        `${name}: ${Math.abs(value) > 1e-3 || value === 0 ? value.toFixed(4) : value.toExponential(4)}`,
    )
    .join(' - ');
}

interface MaybeNode {
  readonly process?: { readonly stdout?: { readonly isTTY?: boolean; write(text: string): void } };
}

function isTerminal(): boolean {
  return (globalThis as MaybeNode).process?.stdout?.isTTY === true;
}

function defaultWrite(text: string): void {
  const stdout = (globalThis as MaybeNode).process?.stdout;
  if (stdout === undefined) console.log(text.trimEnd());
  else stdout.write(text);
}
