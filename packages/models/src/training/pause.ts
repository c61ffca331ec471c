/** How long a run computes before it lets timers, messages and the page have their turn. */
const turnMs = 40;

/** Returns a function that gives way to others when it is time. */
export function makePause(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < turnMs) return;
    await nextTurn();
    last = performance.now();
  };
}

/** Resolves after what waits in the event loop had its turn. Timers of hidden tabs are slow, messages are not. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
