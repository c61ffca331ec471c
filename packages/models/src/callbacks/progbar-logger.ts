import type { Logs } from '../model.js';
import type { Callback, CallbackContext } from './callback.js';

/** How much a run says: 0 nothing, 1 a progress line, 2 a line at the end of it; 'auto' depends on where it runs. */
export type Verbosity = 0 | 1 | 2 | 'auto';

export interface ProgbarLoggerOptions {
  /** 1 is a line that is drawn again and again, 2 a line an epoch; 'auto' is 1 on a terminal, else 2. @defaultValue 'auto' */
  readonly verbose?: Exclude<Verbosity, 0>;
  /** Where lines go. @defaultValue the terminal in Node, the console elsewhere */
  readonly write?: (text: string) => void;
}

/** After this time 'auto' shows how evaluations and predictions go: many are short, and called in loops. */
const patienceMs = 1000;

/**
 * Shows how training goes: epoch, step, time left, steps a second, loss and metrics; and how evaluations and predictions
 * go that are no part of training.
 *
 * On a terminal the line is drawn in place; elsewhere, as in logs of CI, there is one line an epoch. Evaluations and
 * predictions are shown by 'auto' on a terminal alone, once they take more than a second.
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
  let head = '';
  let isTraining = false;

  const begin = (): void => {
    seen = 0;
    started = performance.now();
  };
  const isShown = (): boolean =>
    isTraining || verbose !== 'auto' || (live && performance.now() - started > patienceMs);
  const draw = (batch: number, logs: Logs, { steps }: CallbackContext): void => {
    seen = batch + 1;
    if (!live || !isShown()) return;
    const seconds = (performance.now() - started) / 1000;
    const left = steps === undefined ? '' : ` ${formatSeconds((seconds / seen) * (steps - seen))} left`;
    write(`\r\u001b[K${head}${bar(seen, steps)}${left} ${rate(seen / seconds)}${figures(logs)}`);
  };
  const end = (logs: Logs): void => {
    const seconds = (performance.now() - started) / 1000;
    const line = `${head}${seen}/${seen} ${formatSeconds(seconds)} ${rate(seen / seconds)}${figures(logs)}`;
    write(`${live ? '\r\u001b[K' : ''}${line}\n`);
  };
  return {
    batchEndIntervalMs: live ? 100 : Number.POSITIVE_INFINITY,
    onTrainBegin() {
      isTraining = true;
    },
    onTrainEnd() {
      isTraining = false;
    },
    onEpochBegin(epoch, { epochs }) {
      head = `Epoch ${String(epoch + 1).padStart(String(epochs).length)}/${epochs} `;
      begin();
    },
    onTrainBatchEnd: draw,
    onEpochEnd(_, logs) {
      end(logs);
      head = '';
    },
    onTestBegin() {
      if (!isTraining) begin();
    },
    onTestBatchEnd(batch, logs, context) {
      if (!isTraining) draw(batch, logs, context);
    },
    onTestEnd(logs) {
      if (!isTraining && isShown()) end(logs);
    },
    onPredictBegin: begin,
    onPredictBatchEnd: draw,
    onPredictEnd() {
      if (isShown()) end({});
    },
  };
}

/** What shows the progress of a run, unless it is to be silent. */
export function progressOf({ verbose = 'auto' }: { readonly verbose?: Verbosity }): Callback[] {
  return verbose === 0 ? [] : [progbarLogger({ verbose })];
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
  const texts = Object.entries(logs).map(
    ([name, value]) =>
      `${name}: ${Math.abs(value) > 1e-3 || value === 0 ? value.toFixed(4) : value.toExponential(4)}`,
  );
  return texts.length === 0 ? '' : ` ${texts.join(' - ')}`;
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
