import { parseArgs } from 'node:util';
import type { WasmOptions } from '@myelin/backend-wasm';

/** What a process is told to measure: the name of a workload, and how programs run. */
export function readOptions(): { readonly name: string; readonly options: WasmOptions } {
  const { values, positionals } = parseArgs({
    options: { threads: { type: 'string' }, wide: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const threads = values.threads === undefined ? {} : { threads: Number(values.threads) };
  return { name: positionals[0] ?? '', options: { ...threads, wideVectors: values.wide } };
}
