/**
 * Writes src/generated/gradients.js (and its .d.ts): tfjs-core's own gradients as one array.
 *
 * The package registers none of them where Node loads it, and its folder of gradients cannot be imported there
 * (its modules name each other without extension). So they are bundled here, such that the result imports nothing
 * but '@tensorflow/tfjs-core': the gradients and the few helpers that it does not export are inlined, every other
 * module is replaced by its public names.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs-core');
const dist = path.dirname(require.resolve('@tensorflow/tfjs-core'));
const output = fileURLToPath(new URL('../src/generated/', import.meta.url));

const inlined =
  /^(gradients\/\w+|ops\/(broadcast_util|axis_util|conv_util|slice_util|selu_util|\w+_backprop\w*|\w+_pool(_3d)?_grad))\.js$/;

/** Modules that tfjs-core exports under another name or not at all. */
const stands = {
  'engine.js': `import { engine } from '@tensorflow/tfjs-core'; export const ENGINE = /* @__PURE__ */ engine();`,
  // Inside a gradient everything is a tensor already.
  'tensor_util_env.js': 'export const convertToTensor = (tensor) => tensor;',
  'util.js': `import { util } from '@tensorflow/tfjs-core'; export const { ${Object.keys(tf.util).join(', ')} } = util;`,
};

/** Methods of tensors which only the whole of tfjs defines, and how often a gradient calls one. */
const chained = /\b(permutedX|prodGrad|stacked|x|indices|dy)\.(reshape|split|slice)\(/g;
const withChainedOps = { 'Prod_grad.js': 2, 'GatherV2_grad.js': 4 };

function withoutChainedOps(file) {
  const name = path.basename(file);
  let count = 0;
  const text = readFileSync(file, 'utf8').replace(chained, (_, tensor, op) => {
    count += 1;
    return `${op}(${tensor}, `;
  });
  if (count !== withChainedOps[name])
    throw new Error(`${name}: expected ${withChainedOps[name]} chained ops, found ${count}.`);
  const imports = ['reshape', 'split', 'slice'].filter((op) => !text.includes(`import { ${op} }`));
  return [...imports.map((op) => `import { ${op} } from '../ops/${op}';`), text].join('\n');
}

const isPublic = (name) => Object.hasOwn(tf, name);

function publicNames(module) {
  if (module === 'base.js') return Object.keys(tf);
  const text = readFileSync(path.join(dist, module), 'utf8');
  const declared = [...text.matchAll(/^export (?:const|function|class) (\w+)/gm)].map((match) => match[1]);
  const listed = [...text.matchAll(/^export \{ (.*?) \}/gm)].flatMap((match) =>
    match[1].split(',').map((part) => part.trim().split(' as ').at(-1)),
  );
  return [...declared, ...listed].filter(isPublic);
}

const onlyTfjsCore = {
  name: 'only-tfjs-core',
  setup(bundler) {
    bundler.onResolve({ filter: /^\./ }, ({ path: target, resolveDir }) => {
      const module = path.relative(dist, path.join(resolveDir, `${target}.js`)).replaceAll('\\', '/');
      if (inlined.test(module)) return { path: path.join(dist, module), sideEffects: false };
      return { path: module, namespace: 'public', sideEffects: false };
    });
    bundler.onLoad({ filter: /[\\/](Prod|GatherV2)_grad\.js$/ }, ({ path: file }) => ({
      contents: withoutChainedOps(file),
      resolveDir: path.dirname(file),
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'public' }, ({ path: module }) => ({
      contents:
        stands[module] ?? `export { ${publicNames(module).join(', ')} } from '@tensorflow/tfjs-core';`,
      resolveDir: dist,
    }));
  },
};

const gradients = readdirSync(path.join(dist, 'gradients'))
  .filter((file) => file.endsWith('_grad.js'))
  .map((file) => {
    const config = /^export const (\w+GradConfig) = /m.exec(
      readFileSync(path.join(dist, 'gradients', file), 'utf8'),
    );
    if (config === null) throw new Error(`${file} exports no gradient.`);
    return { config: config[1], module: `./gradients/${file.slice(0, -'.js'.length)}` };
  });

const entry = [
  ...gradients.map(({ config, module }) => `import { ${config} } from '${module}';`),
  `export const gradientConfigs = [${gradients.map(({ config }) => config).join(', ')}];`,
].join('\n');

mkdirSync(output, { recursive: true });
await build({
  stdin: { contents: entry, resolveDir: dist, sourcefile: 'gradients.js' },
  outfile: path.join(output, 'gradients.js'),
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  banner: {
    js: `/*! The gradients of @tensorflow/tfjs-core ${tf.version_core}, bundled. Copyright Google LLC. Apache License 2.0, see NOTICE. */`,
  },
  external: ['@tensorflow/tfjs-core'],
  plugins: [onlyTfjsCore],
});
writeFileSync(
  path.join(output, 'gradients.d.ts'),
  `import type { GradConfig } from '@tensorflow/tfjs-core';\n\nexport declare const gradientConfigs: readonly GradConfig[];\n`,
);
