/** Lets a run wait until it may go on. */
export interface PauseSwitch {
  pause(): void;
  resume(): void;
  /** Resolves at once unless paused. */
  whenRunning(): Promise<void>;
}

export function makePauseSwitch(): PauseSwitch {
  let running = Promise.resolve();
  let letGo: (() => void) | undefined;
  return {
    pause() {
      if (letGo !== undefined) return;
      running = new Promise((resolve) => {
        letGo = resolve;
      });
    },
    resume() {
      letGo?.();
      letGo = undefined;
    },
    whenRunning: () => running,
  };
}
