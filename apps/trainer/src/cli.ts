#!/usr/bin/env node
import { main } from './main.js';

const stop = new AbortController();
// The first Ctrl-C ends a training after its running batch and saves; the next one ends the program.
process.once('SIGINT', () => {
  stop.abort();
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  signal: stop.signal,
});
