/**
 * What a worker runs, as text: bundlers need no entry for it, and it loads where no files can be reached.
 *
 * A worker answers messages to start and to load while it is idle, and counts what it has done of them; and messages to
 * run, with the time that it took. Told to serve, it waits for jobs in shared memory, until a job of -1 sends it back to
 * its messages, which it confirms. `control` is the address of: the number of jobs so far, the job, whether a worker
 * failed, how many have confirmed, how many messages were answered, and the number of the last job that each thread has
 * left. Nothing in it is asynchronous, so that messages are handled one by one.
 */
export const workerSource = `
const node = typeof process === 'object' && !!(process.versions && process.versions.node);
const port = node ? require('node:worker_threads').parentPort : self;
const programs = new Map();
let kernels, memory, thread, threads, control;

function start(message) {
  ({ memory, thread, threads } = message);
  control = new Int32Array(memory.buffer, message.control, 5 + threads);
  kernels = new WebAssembly.Instance(message.kernels, { env: { memory } }).exports;
  kernels.setWorkspace(message.workspace, message.wide);
}

function load({ id, module }) {
  // It sees no others.
  const findDead = () => {};
  const instance = new WebAssembly.Instance(module, { env: { ...kernels, memory, findDead } });
  programs.set(id, instance.exports.run);
}

function serve({ jobs }) {
  for (let seen = jobs; ; ) {
    let turns = 0;
    while (Atomics.load(control, 0) === seen) if (++turns > 20000) Atomics.wait(control, 0, seen);
    seen = Atomics.load(control, 0);
    const job = Atomics.load(control, 1);
    if (job === -1) {
      Atomics.add(control, 3, 1);
      Atomics.notify(control, 3);
      return;
    }
    try {
      programs.get(job)(thread, threads);
    } finally {
      Atomics.store(control, 5 + thread, seen);
      Atomics.notify(control, 5 + thread);
    }
  }
}

const handle = ({ data }) => {
  const begin = performance.now();
  try {
    if (data.kind === 'start') start(data);
    else if (data.kind === 'load') load(data);
    else if (data.kind === 'run') programs.get(data.id)(thread, data.threads);
    else if (data.kind === 'unload') return void programs.delete(data.id);
    else return serve(data);
    if (data.kind !== 'run') Atomics.add(control, 4, 1);
    port.postMessage({ ms: performance.now() - begin });
  } catch (error) {
    if (control !== undefined) Atomics.store(control, 2, 1);
    port.postMessage({ failed: String(error) });
  }
};
if (node) port.on('message', (data) => handle({ data }));
else port.onmessage = handle;
`;
