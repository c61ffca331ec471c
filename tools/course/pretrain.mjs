/**
 * `node tools/course/pretrain.mjs [name...]`, after `npm run build`: trains what ships, and puts it into
 * packages/zoo/src/embedded, a module each. The packages are to be built again before it can be loaded.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { learn, lessons } from '../../packages/course/dist/index.js';
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
  'digits-boltzmann': { lesson: 'boltzmann', data: mnist },
  'addition-recurrent': { lesson: 'attention', data: 'additions, made from the seed' },
  'addition-transformer': { lesson: 'attention', data: 'additions, made from the seed' },
  'names-transformer': { lesson: 'attention', data: 'first names: Andrej Karpathy, makemore, MIT' },
  'letter-writer': {
    lesson: 'handwriting',
    data: 'isolated letters of UNIPEN train_r01_v07, https://doi.org/10.5281/zenodo.1195803, CC BY 4.0',
  },
  'fashion-mnist-cnn': {
    lesson: 'cnn',
    data: 'Fashion-MNIST: Han Xiao, Kashif Rasul, Roland Vollgraf 2017, Zalando SE, MIT',
  'digits-autoencoder-2': { lesson: 'autoencoders', data: mnist },
  'digits-denoiser': { lesson: 'autoencoders', data: mnist },
  'digits-vae-2': { lesson: 'autoencoders', data: mnist },
};

const embedded = fileURLToPath(new URL('../../packages/zoo/src/embedded', import.meta.url));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(models, name));
if (unknown.length > 0) throw new Error(`No such model: ${unknown.join(', ')}.`);

await backendInfo(); // loads the default backend
const chosen = Object.entries(models).filter(([name]) => wanted.length === 0 || wanted.includes(name));
for (const lesson of lessons) {
  const ofLesson = chosen.filter(([, model]) => model.lesson === lesson.name);
  if (ofLesson.length > 0) await embedFrom(lesson, Object.fromEntries(ofLesson));
}

async function embed(name, lessonName, data, seed) {
  const lesson = lessons.find((one) => one.name === lessonName);
  let bytes;
  let value;
  const io = {
/** One run of a lesson for all of its models. */
async function embedFrom(lesson, shipped) {
  const kept = {};
  const figures = await lesson.run({
    write: (text) => process.stdout.write(text),
    async keep(id, model, { seed, value }) {
      if (Object.hasOwn(shipped, id) && seed === (shipped[id].seed ?? 1)) {
        kept[id] = { bytes: await model.toBytes(), value };
      }
    },
  };
  const title = await run(lesson, name, seed, io);
  if (bytes === undefined) throw new Error(`The lesson ${lessonName} keeps no ${name} of seed ${seed}.`);
  });
  for (const [name, { data, seed = 1 }] of Object.entries(shipped)) {
    if (kept[name] === undefined)
      throw new Error(`The lesson ${lesson.name} keeps no ${name} of seed ${seed}.`);
    const { title } = figures.find(({ id }) => id === name);
    embed(name, kept[name], { title, seed, data, lesson: lesson.name });
  }
}

function embed(name, { bytes, value }, { title, seed, data, lesson }) {
  // Whoever learns on starts with a fresh optimizer: its state is twice as large as the weights.
  const file = encodeKeras({ ...decodeKeras(bytes, name), optimizer: null });
  const lines = Buffer.from(file)
    .toString('base64')
    .replaceAll(/(.{110})/g, '$1\n');
  const card = { figure: { title, value: Number(value.toPrecision(4)) }, seed, data, lesson };
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

/** What learns by `fit` needs not wait for the rest of its lesson. */
async function run(lesson, name, seed, io) {
  const training = lesson.trainings.find(({ id }) => id === name);
  if (training !== undefined) await learn(training, seed, io);
  const figures = training === undefined ? await lesson.run(io) : [training];
  return figures.find(({ id }) => id === name).title;
}
