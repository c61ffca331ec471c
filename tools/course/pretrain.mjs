/**
 * `node tools/course/pretrain.mjs [name...]`, after `npm run build`: runs lessons and puts what has learned into
 * packages/zoo/src/embedded, a module each. The packages are to be built again before it can be loaded.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lessons } from '../../packages/course/dist/index.js';
import { lettersOf, tinyShakespeare } from '../../packages/datasets/dist/index.js';
import { decodeKeras, encodeKeras } from '../../packages/formats/dist/index.js';
import { backendInfo } from '../../packages/myelin/dist/index.js';

/** The models that ship: of which training in which lesson, from which seed, and what they learned from. */
const models = {
  'concrete-50-50': {
    lesson: 'regression',
    data: 'concrete: I-Cheng Yeh 1998, UCI Machine Learning Repository, CC BY 4.0',
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
};

const embedded = fileURLToPath(new URL('../../packages/zoo/src/embedded', import.meta.url));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(models, name));
if (unknown.length > 0) throw new Error(`No such model: ${unknown.join(', ')}.`);

await backendInfo(); // loads the default backend
for (const [name, { lesson, data, seed = 1, vocabulary }] of Object.entries(models)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await embed(name, lesson, { data, seed, vocabulary: await vocabulary?.() });
}

async function embed(name, lessonName, { data, seed, vocabulary }) {
  const lesson = lessons.find((one) => one.name === lessonName);
  let bytes;
  let value;
  const figures = await lesson.run({
    write: (text) => process.stdout.write(text),
    async keep(id, model, reached) {
      if (id !== name || reached.seed !== seed) return;
      bytes = await model.toBytes();
      ({ value } = reached);
    },
  });
  if (bytes === undefined) throw new Error(`The lesson ${lessonName} keeps no ${name} of seed ${seed}.`);
  const { title } = figures.find(({ id }) => id === name);
  // Whoever learns on starts with a fresh optimizer: its state is twice as large as the weights.
  const file = encodeKeras({ ...decodeKeras(bytes, name), optimizer: null });
  const lines = Buffer.from(file)
    .toString('base64')
    .replaceAll(/(.{110})/g, '$1\n');
  const card = {
    figure: { title, value: Number(value.toPrecision(4)) },
    ...{ seed, data, lesson: lessonName, vocabulary },
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
