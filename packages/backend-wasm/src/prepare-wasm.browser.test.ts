import { expect, test } from 'vitest';
import { prepareWasm } from './prepare-wasm.js';

test('says what is missing when the files are not there', async () => {
  const lost = prepareWasm({ wasmPaths: '/nowhere/' });
  await expect(lost).rejects.toThrow('the .wasm files of @tensorflow/tfjs-backend-wasm');
});
