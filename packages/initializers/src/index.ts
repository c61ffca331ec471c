// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type ConstantConfig, constant } from './constant.js';
export { glorotNormal } from './glorot-normal.js';
export { glorotUniform } from './glorot-uniform.js';
export { heNormal } from './he-normal.js';
export { heUniform } from './he-uniform.js';
export { type IdentityConfig, identity } from './identity.js';
export { lecunNormal } from './lecun-normal.js';
export { lecunUniform } from './lecun-uniform.js';
export { ones } from './ones.js';
export { type OrthogonalConfig, orthogonal } from './orthogonal.js';
export { type RandomNormalConfig, randomNormal } from './random-normal.js';
export { type RandomUniformConfig, randomUniform } from './random-uniform.js';
export { type StftConfig, stft } from './stft.js';
export { type TruncatedNormalConfig, truncatedNormal } from './truncated-normal.js';
export { type VarianceScalingConfig, varianceScaling } from './variance-scaling.js';
export { zeros } from './zeros.js';
