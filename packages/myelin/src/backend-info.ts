import { ensureRuntime } from '@myelin/core';
import { withDefaultBackend } from './default-backend.js';

/** What runs the models. */
export interface BackendInfo {
  readonly name: string;
}

/** What runs the models: what `useBackend` chose, else the WASM backend, which is then loaded. */
export const backendInfo: () => Promise<BackendInfo> = /* @__PURE__ */ withDefaultBackend(async () => {
  const { name } = await ensureRuntime();
  return { name };
});
