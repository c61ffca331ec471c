/**
 * `node tools/course/pretrain.mjs [name...]`, after `npm run build`: trains what ships, and puts it into
 * packages/zoo/src/embedded, a module each. The packages are to be built again before it can be loaded.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { learn, lessons } from '../../packages/course/dist/index.js';
import { lettersOf, tinyShakespeare } from '../../packages/datasets/dist/index.js';
import { decodeKeras, encodeKeras } from '../../packages/formats/dist/index.js';
import { backendInfo } from '../../packages/myelin/dist/index.js';

const mnist = 'digits, of MNIST: LeCun, Cortes and Burges 1998, CC BY-SA 3.0';

/** The models that ship: of which training in which lesson, from which seed, and what they learned from. */
const models = {
  'concrete-50-50': {
    lesson: 'regression',
    data: 'concrete: I-Cheng Yeh 1998, UCI Machine Learning Repository, CC BY 4.0',
  },
  'mnist-cnn': {
    lesson: 'cnn',
    data: 'MNIST: Yann LeCun, Corinna Cortes, Christopher J. C. Burges, CC BY-SA 3.0',
  },
  'fashion-mnist-cnn': {
    lesson: 'cnn',
    data: 'Fashion-MNIST: Han Xiao, Kashif Rasul, Roland Vollgraf 2017, Zalando SE, MIT',
  },
  'shakespeare-lstm': {
    lesson: 'text-generation',
    data: "Shakespeare's plays, as Andrej Karpathy's char-rnn has them, public domain",
    vocabulary: async () => lettersOf(await tinyShakespeare()),
  },
  'sentiment-lstm': {
    lesson: 'sentiment',
    data: 'reviews: Maas et al. 2011, for research; sentences: Pang and Lee 2005, CC BY 4.0',
  },
  'splice-conv-lstm': {
    lesson: 'genomes',
    data: 'spliceJunctions: Noordewier, Towell and Shavlik 1991, UCI Machine Learning Repository, CC BY 4.0',
  },
  'letter-writer': {
    lesson: 'handwriting',
    data: 'isolated letters of UNIPEN train_r01_v07, https://doi.org/10.5281/zenodo.1195803, CC BY 4.0',
  },
  'digits-autoencoder-2': { lesson: 'autoencoders', data: mnist },
  'digits-denoiser': { lesson: 'autoencoders', data: mnist },
  'digits-vae-2': { lesson: 'autoencoders', data: mnist },
  'digits-boltzmann': { lesson: 'boltzmann', data: mnist },
  'addition-recurrent': { lesson: 'attention', data: 'additions, made from the seed' },
  'addition-transformer': { lesson: 'attention', data: 'additions, made from the seed' },
  'names-transformer': { lesson: 'attention', data: 'first names: Andrej Karpathy, makemore, MIT' },
};

const embedded = fileURLToPath(new URL('../../packages/zoo/src/embedded', import.meta.url));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(models, name));
if (unknown.length > 0) throw new Error(`No such model: ${unknown.join(', ')}.`);

await backendInfo(); // loads the default backend
const chosen = Object.keys(models).filter((name) => wanted.length === 0 || wanted.includes(name));
for (const lesson of lessons) {
  const names = chosen.filter((name) => models[name].lesson === lesson.name);
  if (names.length > 0) await embedFrom(lesson, names);
}

/** What learns by `fit` needs not wait for the rest of its lesson; the others come from one run of it. */
async function embedFrom(lesson, names) {
  const kept = new Map();
  const io = {
    write: (text) => process.stdout.write(text),
    async keep(id, model, { seed, value }) {
      if (!names.includes(id) || seed !== (models[id].seed ?? 1)) return;
      kept.set(id, { seed, value, bytes: await model.toBytes() });
    },
  };
  const byFit = lesson.trainings.filter(({ id }) => names.includes(id));
  for (const training of byFit) await learn(training, models[training.id].seed ?? 1, io);
  const figures = names.length > byFit.length ? await lesson.run(io) : byFit;
  for (const name of names) {
    if (!kept.has(name)) throw new Error(`The lesson ${lesson.name} keeps no ${name} of that seed.`);
    await embed(name, { ...kept.get(name), title: figures.find(({ id }) => id === name).title });
  }
}

async function embed(name, { bytes, seed, value, title }) {
  const { lesson, data, vocabulary } = models[name];
  // Whoever learns on starts with a fresh optimizer: its state is twice as large as the weights.
  const file = encodeKeras({ ...decodeKeras(bytes, name), optimizer: null });
  const lines = Buffer.from(file)
    .toString('base64')
    .replaceAll(/(.{110})/g, '$1\n');
  const card = {
    figure: { title, value: Number(value.toPrecision(4)) },
    seed,
    data,
    lesson,
    vocabulary: await vocabulary?.(),
  };
  writeFileSync(
    path.join(embedded, `${name}.ts`),
    `/** Written by tools/course/pretrain.mjs. */
import type { ModelCard } from '../pretrained/model-card.js';

export const card: ModelCard = ${JSON.stringify(card)};

/** A \`.keras\` file in base64. */
export const keras: string = \`
${lines}
\`;
`,
  );
  console.log(`${name}: ${title} ${value}, ${file.length} bytes`);
}
