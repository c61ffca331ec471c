/** Measures how long tfjs-core takes to load by itself. */
export {}; // a module, which may await

const start = performance.now();
await import('@tensorflow/tfjs-core');
console.log(JSON.stringify({ ms: performance.now() - start }));
