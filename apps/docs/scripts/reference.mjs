/** Writes the reference, one page a package, and the table of Keras' names, from the sources and what they say. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, Converter, OptionDefaults, ReflectionKind } from 'typedoc';

const docs = fileURLToPath(new URL('..', import.meta.url));
const root = path.join(docs, '../..');
const out = path.join(docs, 'reference');

/** The packages that users install, the umbrella first. */
const packages = readdirSync(path.join(root, 'packages'))
  .map((folder) => ({
    folder,
    ...JSON.parse(readFileSync(path.join(root, 'packages', folder, 'package.json'), 'utf8')),
  }))
  .filter((manifest) => manifest.private !== true)
  .sort((a, b) => Number(b.name === 'myelin') - Number(a.name === 'myelin'));

const app = await Application.bootstrapWithPlugins({
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: packages.map(({ folder }) => path.join(root, 'packages', folder, 'src/index.ts')),
  tsconfig: path.join(root, 'tsconfig.json'),
  skipErrorChecking: true, // `npm test` checks types by itself
  name: 'Reference',
  readme: 'none',
  blockTags: [...OptionDefaults.blockTags, '@id'],
  disableSources: true,
  groupOrder: ['Functions', 'Variables', 'Classes', '*'],
  excludeInternal: true,
  excludePrivate: true,
  outputs: [{ name: 'markdown', path: out }],
  logLevel: 'Warn',
  router: 'module',
  entryFileName: 'index',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  sanitizeComments: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
});

app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_context, reflection) => {
  const owner = packages.find(({ folder }) => reflection.name === `${folder}/src`);
  if (owner !== undefined) reflection.name = owner.name;
});

const project = await app.convert();
if (project === undefined) throw new Error('typedoc could not read the sources.');
rmSync(out, { recursive: true, force: true });
await app.generateOutputs(project);
writeFileSync(path.join(out, 'keras-names.md'), kerasNames(project));

/** Tables of what docstrings name by `@see Keras \`keras.layers.Dense\``, one a package. */
function kerasNames({ children }) {
  return children
    .filter(({ name }) => name !== 'myelin')
    .map((module) => ({ module, rows: module.children.flatMap(kerasRows).sort() }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ module: { name }, rows }) => {
      const head = ['| Keras | Myelin |', '| --- | --- |'];
      return [`## ${name}`, '', ...head, ...rows, '', `[Reference](./reference/${name}.md)`, ''].join('\n');
    })
    .join('\n');
}

function kerasRows(reflection) {
  const callable = reflection.kindOf(ReflectionKind.Function | ReflectionKind.Variable);
  const comments = [reflection.comment, ...(reflection.signatures ?? []).map(({ comment }) => comment)];
  const text = comments
    .flatMap((comment) => comment?.blockTags.filter(({ tag }) => tag === '@see') ?? [])
    .flatMap(({ content }) => content.map((part) => part.text))
    .join(' ');
  const names = callable ? [...text.matchAll(/`(keras\.(?!src\.)[\w.]+)`/g)].map(([, name]) => name) : [];
  return [...new Set(names)].map((name) => `| \`${name}\` | \`${reflection.name}\` |`);
}
