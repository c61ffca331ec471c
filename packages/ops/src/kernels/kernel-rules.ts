import { broadcastRules } from './broadcast.js';
import { convolutionRules } from './convolution.js';
import { creationRules } from './creation.js';
import { dataDependentRules } from './data-dependent.js';
import { elementwiseRules } from './elementwise.js';
import { gatherRules } from './gather.js';
import { imageRules } from './image.js';
import type { KernelRule } from './kernel-rule.js';
import { layoutRules } from './layout.js';
import { matrixRules } from './matrix.js';
import { ownRules } from './own.js';
import { permutedProductRules } from './permuted-product.js';
import { poolingRules } from './pooling.js';
import { poolingConvolutionRules } from './pooling-convolution.js';
import { recurrentRules } from './recurrent.js';
import { reductionRules } from './reduction.js';

/** Shape and type rules of every kernel of tfjs-core 4.22 and of Myelin's own, by name. */
export const kernelRules: ReadonlyMap<string, KernelRule> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ [
    elementwiseRules,
    broadcastRules,
    reductionRules,
    layoutRules,
    matrixRules,
    convolutionRules,
    poolingRules,
    gatherRules,
    imageRules,
    creationRules,
    dataDependentRules,
    ownRules,
    recurrentRules,
    poolingConvolutionRules,
    permutedProductRules,
  ].flatMap((rules) => Object.entries(rules)),
);
