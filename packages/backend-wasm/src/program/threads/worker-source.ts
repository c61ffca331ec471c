/**
 * What a worker runs, as text: bundlers need no entry for it, and it loads where no files can be reached.
 *
 * A worker answers messages while it is idle. Told to serve, it waits for jobs in shared memory, until a job of -1 sends
 * it back to its messages. `control` is the address of: the number of jobs so far, the job, and whether a worker failed.
 */
export const workerSource = `
const node = typeof process === 'object' && !!(process.versions && process.versions.node);
const port = node ? require('node:worker_threads').parentPort : self;
const programs = new Map();
let kernels, memory, thread, threads, control;

async function start(message) {
  ({ memory, thread, threads } = message);
  control = new Int32Array(memory.buffer, message.control, 3);
  kernels = (await WebAssembly.instantiate(message.kernels, { env: { memory } })).exports;
  kernels.setWorkspace(message.workspace);
}

async function load({ id, module }) {
  const instance = await WebAssembly.instantiate(module, { env: { ...kernels, memory } });
  programs.set(id, instance.exports.run);
}

function serve({ jobs }) {
  for (let seen = jobs; ; ) {
    let turns = 0;
    while (Atomics.load(control, 0) === seen) if (++turns > 20000) Atomics.wait(control, 0, seen);
    seen = Atomics.load(control, 0);
    const job = Atomics.load(control, 1);
    if (job === -1) return;
    programs.get(job)(thread, threads);
  }
}

const handle = async ({ data }) => {
  try {
    if (data.kind === 'start') await start(data);
    else if (data.kind === 'load') await load(data);
    else if (data.kind === 'unload') programs.delete(data.id);
    else return serve(data);
    port.postMessage({ ready: true });
  } catch (error) {
    if (control !== undefined) Atomics.store(control, 2, 1);
    port.postMessage({ failed: String(error) });
  }
};
if (node) port.on('message', (data) => handle({ data }));
else port.onmessage = handle;
`;
