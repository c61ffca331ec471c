/**
 * Derives from the folders of the packages whose units each have a file of their own:
 * - `src/index.ts`, which exports what the files export;
 * - `src/by-id.ts` (in `layers` `src/class-map.ts`), from Keras' names to those exports. Units of another kind, in a folder
 *   of their own, have a map of their own there.
 *
 * Folders that are entries of their own have an index of their own.
 *
 * The models of `zoo` are offered by the umbrella, too, with its default backend: `packages/myelin/src/zoo.ts`.
 *
 * Left out: tests, cases, and what lies in a folder `internal` or has the tag `@internal`. The names of a unit are the
 * `className` of its definition and the words after its tag `@id`. CONTRIBUTING.md explains this to authors.
 *
 * `--check` writes nothing and fails where a file is not what it would write.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import ts from 'typescript';

const packages = fileURLToPath(new URL('../packages/', import.meta.url));
const byId = { file: 'by-id.ts', name: 'byId', about: "Keras' names of what this package makes." };
const inFolder = (folder, about) => ({
  folder: `${folder}/`,
  name: `${folder}ById`,
  about: `Keras' names of ${about}.`,
});
const classMap = { file: 'class-map.ts', name: 'classMap', about: "Keras' class names of the layers." };

/** Packages that are folders of units, and the maps of names each of them has. */
const unitPackages = {
  activations: [byId],
  initializers: [byId],
  layers: [classMap, inFolder('quantizers', 'what says how layers are quantized')],
  losses: [byId],
  metrics: [byId],
  ops: [],
  optimizers: [
    byId,
    inFolder('schedules', 'the learning-rate schedules'),
    inFolder('maps', 'what says which optimizer trains a weight'),
  ],
  regularizers: [byId, inFolder('constraints', 'the constraints')],
  zoo: [],
};

/** Folders with an index of their own: what they hold is an entry beside that of the package. */
const entryFolders = { layers: ['bounding-boxes', 'quantizers'] };

const bannerFor = (file) =>
  `// Written by scripts/generate-indexes.mjs from the files in ${
    file.startsWith(path.join(packages, 'myelin')) ? 'packages/zoo' : 'this folder'
  }: change those instead.\n\n`;
const isUnit = (file) =>
  file.endsWith('.ts') &&
  !/(\.d|\.test|\.test-d|\.cases)\.ts$/.test(file) &&
  !/(^|\/)(internal|generated|embedded)\//.test(file) &&
  path.basename(file) !== 'index.ts' &&
  ![byId.file, classMap.file].includes(file);

/** The names and the internal mark that a declaration's comment gives it. */
function tagsOf(node) {
  const tags = ts.getJSDocTags(node);
  const ids = tags.filter((tag) => tag.tagName.text === 'id');
  return {
    internal: tags.some((tag) => tag.tagName.text === 'internal'),
    ids: ids.flatMap((tag) => (ts.getTextOfJSDocComment(tag.comment) ?? '').split(/\s+/).filter(Boolean)),
  };
}

/** `X` of a definition like `define({ className: 'X', ... })`, or of one within, as in `typed(define({ ... }))`. */
function classNameOf(initializer) {
  if (initializer === undefined || !ts.isCallExpression(initializer)) return [];
  const within = initializer.arguments.flatMap(classNameOf);
  if (within.length > 0) return within;
  return initializer.arguments
    .filter(ts.isObjectLiteralExpression)
    .flatMap((literal) => literal.properties)
    .filter((property) => ts.isPropertyAssignment(property) && property.name.getText() === 'className')
    .map((property) => property.initializer)
    .filter(ts.isStringLiteral)
    .map((literal) => literal.text);
}

/** The first paragraph of what stands above a declaration. */
function summaryOf(statement) {
  const [comment] = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comment?.comment) ?? '';
  return text.split(/\n\s*\n/)[0].replaceAll('\n', ' ');
}

function declarationsOf(statement) {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name, initializer }) => ({
      name: name.getText(),
      ids: classNameOf(initializer),
    }));
  }
  const type = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  return [{ name: statement.name?.text, type, ids: [] }];
}

/** What one file declares and exports for others: `{ name, type, ids }`. */
function exportsOf(folder, file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(folder, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  return source.statements.flatMap((statement) => {
    if (
      ts.isExportAssignment(statement) ||
      (ts.isExportDeclaration(statement) && !statement.moduleSpecifier)
    ) {
      throw new Error(`${path.join(folder, file)}: export declarations by name, where they stand.`);
    }
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    const { internal, ids } = tagsOf(statement);
    if (!exported || internal) return [];
    const about = summaryOf(statement);
    return declarationsOf(statement).map((one) => ({ ...one, file, about, ids: [...one.ids, ...ids] }));
  });
}

/** One entry a name: overloads declare theirs several times. */
function unique(declared) {
  const byName = new Map();
  for (const one of declared) {
    const known = byName.get(one.name);
    if (known !== undefined && known.file !== one.file) {
      throw new Error(`${one.name} is exported by ${known.file} and by ${one.file}.`);
    }
    byName.set(one.name, { ...one, ids: [...new Set([...(known?.ids ?? []), ...one.ids])] });
  }
  return [...byName.values()];
}

const from = (file) => `'./${file.replace(/\.ts$/, '.js')}'`;
const key = (id) => (/^[A-Za-z_$][\w$]*$/.test(id) ? id : JSON.stringify(id));

function groupByFile(units) {
  const files = new Map();
  for (const unit of units) files.set(unit.file, [...(files.get(unit.file) ?? []), unit]);
  return files;
}

function indexText(units) {
  const lines = [...groupByFile(units)].map(([file, exported]) => {
    const names = exported.map(({ name, type }) => (type ? `type ${name}` : name)).join(', ');
    return `export { ${names} } from ${from(file)};`;
  });
  return lines.length === 0 ? 'export {};' : lines.join('\n');
}

function mapText({ name, about }, named) {
  const owner = new Map();
  for (const { ids, name: unit } of named) {
    for (const id of ids) {
      if (owner.has(id)) throw new Error(`The name ${id} stands for ${owner.get(id)} and for ${unit}.`);
      owner.set(id, unit);
    }
  }
  const entries = [...owner];
  return [
    '',
    `/** ${about} Look names of users up with \`Object.hasOwn\`. */`,
    `export const ${name}: {`,
    ...entries.map(([id, unit]) => `  readonly ${key(id)}: typeof ${unit};`),
    '} = {',
    ...entries.map(([id, unit]) => (id === unit ? `  ${id},` : `  ${key(id)}: ${unit},`)),
    '};',
  ].join('\n');
}

/** The maps, each with the units of its folder, or with those that are in none of theirs. */
function mapsText(maps, units) {
  const named = units.filter((unit) => unit.ids.length > 0);
  const mapOf = ({ file }) => maps.find(({ folder }) => folder && file.startsWith(folder)) ?? maps[0];
  return [
    ...named.map((unit) => `import { ${unit.name} } from ${from(unit.file)};`),
    ...maps.map((map) =>
      mapText(
        map,
        named.filter((unit) => mapOf(unit) === map),
      ),
    ),
  ].join('\n');
}

function filesOf(name, maps) {
  const folder = path.join(packages, name, 'src');
  const entries = entryFolders[name] ?? [];
  const all = unitsOf(folder, () => true);
  const units = all.filter(({ file }) => !entries.some((entry) => file.startsWith(`${entry}/`)));
  const indexes = [folder, ...entries.map((entry) => path.join(folder, entry))].map((one, i) => ({
    file: path.join(one, 'index.ts'),
    text: indexText(i === 0 ? units : unitsOf(one, () => true)),
  }));
  const [first] = maps;
  return first === undefined
    ? indexes
    : [...indexes, { file: path.join(folder, first.file), text: mapsText(maps, all) }];
}

/** What the files of a folder export, as far as they are wanted. */
function unitsOf(folder, isWanted) {
  const files = readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => isUnit(file) && isWanted(file))
    .sort();
  return unique(files.flatMap((file) => exportsOf(folder, file)));
}

/** The models of `zoo`, each offering the default backend first. */
function zooOfTheUmbrella() {
  const units = unitsOf(path.join(packages, 'zoo/src'), () => true);
  const types = units.filter(({ type }) => type).map(({ name }) => name);
  const wrapped = units
    .filter(({ type }) => !type)
    .flatMap(({ name, about }) => [
      `/** ${about} */`,
      `export const ${name}: typeof zoo.${name} = /* @__PURE__ */ withDefaultBackend(zoo.${name});\n`,
    ]);
  const text = [
    `import * as zoo from '@myelin/zoo';`,
    `import { withDefaultBackend } from './default-backend.js';\n`,
    ...wrapped,
    `export type { ${types.join(', ')} } from '@myelin/zoo';`,
  ];
  return { file: path.join(packages, 'myelin/src/zoo.ts'), text: text.join('\n') };
}

const checking = process.argv.includes('--check');
let stale = 0;
const derived = Object.entries(unitPackages).flatMap(([name, maps]) => filesOf(name, maps));
for (const { file, text } of [...derived, zooOfTheUmbrella()]) {
  const options = await prettier.resolveConfig(file);
  const wanted = await prettier.format(bannerFor(file) + text, { ...options, filepath: file });
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue;
  stale += 1;
  console.log(`${checking ? 'not current' : 'written'}: ${path.relative(path.dirname(packages), file)}`);
  if (!checking) writeFileSync(file, wanted);
}
if (checking && stale > 0) {
  console.error('Run: npm run indexes');
  process.exitCode = 1;
}
