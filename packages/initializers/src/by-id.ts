// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { constant } from './constant.js';
import { glorotNormal } from './glorot-normal.js';
import { glorotUniform } from './glorot-uniform.js';
import { heNormal } from './he-normal.js';
import { heUniform } from './he-uniform.js';
import { identity } from './identity.js';
import { lecunNormal } from './lecun-normal.js';
import { lecunUniform } from './lecun-uniform.js';
import { ones } from './ones.js';
import { orthogonal } from './orthogonal.js';
import { randomNormal } from './random-normal.js';
import { randomUniform } from './random-uniform.js';
import { stft } from './stft.js';
import { truncatedNormal } from './truncated-normal.js';
import { varianceScaling } from './variance-scaling.js';
import { zeros } from './zeros.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly Constant: typeof constant;
  readonly constant: typeof constant;
  readonly GlorotNormal: typeof glorotNormal;
  readonly glorot_normal: typeof glorotNormal;
  readonly GlorotUniform: typeof glorotUniform;
  readonly glorot_uniform: typeof glorotUniform;
  readonly HeNormal: typeof heNormal;
  readonly he_normal: typeof heNormal;
  readonly HeUniform: typeof heUniform;
  readonly he_uniform: typeof heUniform;
  readonly Identity: typeof identity;
  readonly identity: typeof identity;
  readonly IdentityInitializer: typeof identity;
  readonly LecunNormal: typeof lecunNormal;
  readonly lecun_normal: typeof lecunNormal;
  readonly LecunUniform: typeof lecunUniform;
  readonly lecun_uniform: typeof lecunUniform;
  readonly Ones: typeof ones;
  readonly ones: typeof ones;
  readonly one: typeof ones;
  readonly Orthogonal: typeof orthogonal;
  readonly orthogonal: typeof orthogonal;
  readonly OrthogonalInitializer: typeof orthogonal;
  readonly RandomNormal: typeof randomNormal;
  readonly random_normal: typeof randomNormal;
  readonly normal: typeof randomNormal;
  readonly RandomUniform: typeof randomUniform;
  readonly random_uniform: typeof randomUniform;
  readonly uniform: typeof randomUniform;
  readonly STFT: typeof stft;
  readonly stft: typeof stft;
  readonly STFTInitializer: typeof stft;
  readonly TruncatedNormal: typeof truncatedNormal;
  readonly truncated_normal: typeof truncatedNormal;
  readonly VarianceScaling: typeof varianceScaling;
  readonly variance_scaling: typeof varianceScaling;
  readonly Zeros: typeof zeros;
  readonly zeros: typeof zeros;
  readonly zero: typeof zeros;
} = {
  Constant: constant,
  constant,
  GlorotNormal: glorotNormal,
  glorot_normal: glorotNormal,
  GlorotUniform: glorotUniform,
  glorot_uniform: glorotUniform,
  HeNormal: heNormal,
  he_normal: heNormal,
  HeUniform: heUniform,
  he_uniform: heUniform,
  Identity: identity,
  identity,
  IdentityInitializer: identity,
  LecunNormal: lecunNormal,
  lecun_normal: lecunNormal,
  LecunUniform: lecunUniform,
  lecun_uniform: lecunUniform,
  Ones: ones,
  ones,
  one: ones,
  Orthogonal: orthogonal,
  orthogonal,
  OrthogonalInitializer: orthogonal,
  RandomNormal: randomNormal,
  random_normal: randomNormal,
  normal: randomNormal,
  RandomUniform: randomUniform,
  random_uniform: randomUniform,
  uniform: randomUniform,
  STFT: stft,
  stft,
  STFTInitializer: stft,
  TruncatedNormal: truncatedNormal,
  truncated_normal: truncatedNormal,
  VarianceScaling: varianceScaling,
  variance_scaling: varianceScaling,
  Zeros: zeros,
  zeros,
  zero: zeros,
};
