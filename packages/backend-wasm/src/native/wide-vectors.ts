import { isNode } from '../is-node.js';

/** The first V8 in which Node was built with it. */
const [firstMajor, firstMinor] = [12, 8];
const flag = '--experimental-wasm-revectorize';

/**
 * Lets V8 compute two vectors of 128 bits as one of 256, from now on and in the whole process; returns whether it can.
 *
 * Node on x86 can, from 23.5 on. The sums are the same, bit for bit.
 */
export function joinVectors(): boolean {
  if (!isNode() || process.arch !== 'x64' || !isNewEnough(process.versions.v8)) return false;
  try {
    process.getBuiltinModule('node:v8').setFlagsFromString(flag);
    return true;
  } catch {
    return false; // Not Node itself, but something that passes for it.
  }
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > firstMajor || (major === firstMajor && minor >= firstMinor);
}
