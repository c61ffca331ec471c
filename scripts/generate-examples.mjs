/**
 * Writes tests to packages/<name>/.examples/: one file for every `ts` block of the package's README (and, in the umbrella
 * package, of the root's), and examples.test.ts for every `@example` of its sources.
 *
 * - `expression; // value` asserts the value, where the comment is one; `// throws ShapeError` that it throws.
 * - READMEs import what they use, and what they tell the reader to install; each block starts in a fresh process, so it
 *   also says what computes. In an `@example` a backend is set, and the exports of its file, of its package and of those
 *   that the package depends on are in scope; what else it uses, and every type, it imports.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));

const manifests = new Map(
  readdirSync(path.join(root, 'packages'))
    .filter((name) => existsSync(path.join(root, 'packages', name, 'package.json')))
    .map((name) => [
      name,
      JSON.parse(readFileSync(path.join(root, 'packages', name, 'package.json'), 'utf8')),
    ]),
);
const folderOf = new Map([...manifests].map(([folder, { name }]) => [name, folder]));

const dependenciesOf = ({ dependencies, devDependencies, peerDependencies }) =>
  Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies });

/**
 * The packages of the workspace whose exports are in scope, those that hide others last: `ones` is that of `ops`, not
 * the initializer, except among the initializers.
 */
function scopeOf(manifest) {
  const within = dependenciesOf(manifest).filter((name) => folderOf.has(name) && name !== '@myelin/ops');
  const ops = dependenciesOf(manifest).filter((name) => name === '@myelin/ops');
  return [...within.sort(), ...ops, manifest.name];
}

const lineAt = (text, index) => text.slice(0, index).split('\n').length;

/** The blocks of a Markdown text: `{ code, line }`. */
function blocksOf(text) {
  const fences = text.matchAll(/^(?<indent> *)```ts\n(?<code>.*?)^ *```$/gms);
  return Array.from(fences, ({ index, groups }) => ({ code: groups.code, line: lineAt(text, index) + 1 }));
}

/** The blocks after `@example` in the comments of a source, with the lines they have there. */
function examplesOf(file, text) {
  return Array.from(text.matchAll(/\/\*\*.*?\*\//gs)).flatMap((comment) => {
    const first = lineAt(text, comment.index);
    const lines = comment[0].replace(/^ *\* ?/gm, '');
    return lines.split(/^(?=@\w)/m).flatMap((section, i, sections) => {
      if (!section.startsWith('@example')) return [];
      const before = sections.slice(0, i).join('').split('\n').length - 1;
      const blocks = blocksOf(section);
      if (blocks.length === 0)
        throw new Error(`${file}:${first + before}: the @example has no \`\`\`ts block.`);
      return blocks.map(({ code, line }) => ({ code, line: first + before + line - 1 }));
    });
  });
}

/** A value as a comment states it: a literal, or arrays and objects of literals. */
function isValue(node) {
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isValue);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every(
      (property) => ts.isPropertyAssignment(property) && isValue(property.initializer),
    );
  }
  if (ts.isPrefixUnaryExpression(node)) return isValue(node.operand);
  if (ts.isIdentifier(node)) return ['undefined', 'NaN', 'Infinity'].includes(node.text);
  const { TrueKeyword, FalseKeyword, NullKeyword } = ts.SyntaxKind;
  return ts.isLiteralExpression(node) || [TrueKeyword, FalseKeyword, NullKeyword].includes(node.kind);
}

/** What the comment after a statement says of it: `{ value }`, `{ error }` or nothing. */
function claimAfter(statement, source) {
  const [comment] = ts.getTrailingCommentRanges(source.text, statement.end) ?? [];
  if (comment === undefined) return {};
  const words = source.text
    .slice(comment.pos + 2, comment.end)
    .trim()
    .replace(/^≈ */, '');
  const thrown = /^throws (\w+)/.exec(words);
  if (thrown) return { error: thrown[1] };
  const parsed = ts.createSourceFile('value.ts', `(${words});`, ts.ScriptTarget.Latest, true);
  const [only, ...others] = parsed.statements;
  const expression =
    others.length === 0 && parsed.parseDiagnostics.length === 0 ? only?.expression?.expression : undefined;
  return expression !== undefined && isValue(expression) ? { value: words } : {};
}

/** Where the tests find a module: packages of the workspace by path, since not each of them depends on all others. */
function resolved(module) {
  const [, name, rest] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(module);
  const folder = folderOf.get(name);
  if (folder === undefined) return module;
  const source = manifests.get(folder).exports[`.${rest}`]['@myelin/source'];
  return path.posix.join('../..', folder, source.replace(/\.ts$/, '.js'));
}

function importInBody(statement) {
  const clause = statement.importClause;
  const module = `'${resolved(statement.moduleSpecifier.text)}'`;
  if (clause === undefined) return `await import(${module});`;
  if (clause.namedBindings !== undefined && ts.isNamespaceImport(clause.namedBindings)) {
    return `const ${clause.namedBindings.name.text} = await import(${module});`;
  }
  const named = (clause.namedBindings?.elements ?? [])
    .filter((element) => !element.isTypeOnly)
    .map(({ propertyName, name }) => (propertyName ? `${propertyName.text}: ${name.text}` : name.text));
  const names = clause.name ? [`default: ${clause.name.text}`, ...named] : named;
  return clause.isTypeOnly ? '' : `const { ${names.join(', ')} } = await import(${module});`;
}

/** One statement, with the assertion that its comment states. */
function asserted(statement, source, where) {
  if (ts.isImportDeclaration(statement)) return importInBody(statement);
  const text = statement.getText(source);
  const { value, error } = claimAfter(statement, source);
  const at = JSON.stringify(
    `${where.file}:${where.line + source.getLineAndCharacterOfPosition(statement.getStart(source)).line}`,
  );
  if (error !== undefined) {
    return `await expectThrown(async () => { ${text} }, '${error}', ${at});`;
  }
  if (value === undefined) return text;
  if (ts.isExpressionStatement(statement)) {
    return `await expectValue(${statement.expression.getText(source)}, ${value}, ${at});`;
  }
  const [declared] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (declared === undefined) return text;
  return `${text}\nawait expectValue(${declared.name.getText(source)}, ${value}, ${at});`;
}

/** The names that a block uses and does not declare. */
function freeNames(source) {
  const used = new Set();
  const declared = new Set();
  const visit = (node) => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isDeclared =
        'name' in parent &&
        parent.name === node &&
        !ts.isPropertyAccessExpression(parent) &&
        !ts.isShorthandPropertyAssignment(parent);
      const isProperty = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const isKey =
        (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) && parent.name === node;
      const isRenamed =
        (ts.isBindingElement(parent) || ts.isImportSpecifier(parent)) && parent.propertyName === node;
      if (isKey || isProperty || isRenamed) return;
      (isDeclared ? declared : used).add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...used].filter((name) => !declared.has(name) && name !== 'undefined' && !(name in globalThis));
}

/** The names that stand for types. */
function typeNames(source) {
  const names = new Set();
  const visit = (node) => {
    if (ts.isTypeReferenceNode(node)) names.add(node.typeName.getText(source));
    if (ts.isExpressionWithTypeArguments(node)) names.add(node.expression.getText(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** The imports of types, which stand at the top: those within a test are of values alone. */
function typeImportsOf({ file, code }) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const used = typeNames(source);
  return source.statements.filter(ts.isImportDeclaration).flatMap(({ importClause, moduleSpecifier }) => {
    const bindings = importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
    return bindings.elements
      .filter(({ name }) => used.has(name.text))
      .map((element) => {
        const name = element.getText(source).replace(/^type /, '');
        return `import type { ${name} } from '${resolved(moduleSpecifier.text)}';`;
      });
  });
}

/** One block as a test. */
function testOf({ file, line, code, module }) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const names = module === undefined ? [] : freeNames(source);
  const body = [
    ...(names.length > 0
      ? [`const { ${names.join(', ')} } = { ...scope, ...(await import('${module}')) };`]
      : []),
    ...source.statements.map((statement) => asserted(statement, source, { file, line })),
  ];
  return `test(${JSON.stringify(`${file}:${line}`)}, async () => {\n${body.join('\n')}\n});`;
}

const shown = (file) => path.relative(root, file).replaceAll('\\', '/');

/** The packages that a README tells the reader to install, or undefined where it does not. */
function installedBy(text) {
  const lines = Array.from(text.matchAll(/^npm install (?<names>.+)$/gm), ({ groups }) => groups.names);
  return lines.length === 0 ? undefined : new Set(lines.join(' ').split(' '));
}

/** @throws Error for a block that imports what its README does not tell to install. */
function checkImports({ file, line, code }, installed) {
  for (const { fileName } of ts.preProcessFile(code).importedFiles) {
    const [name] = /^(?:@[^/]+\/)?[^/]+/.exec(fileName);
    if (installed?.has(name) === false && !name.startsWith('node:'))
      throw new Error(`${file}:${line}: the block imports ${name}, and the README installs no such package.`);
  }
}

function readmeBlocksIn(folder) {
  const readmes = [
    path.join(root, 'packages', folder, 'README.md'),
    ...(folder === 'myelin' ? [path.join(root, 'README.md')] : []),
  ];
  return readmes.filter(existsSync).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const blocks = blocksOf(text).map((block) => ({ ...block, file: shown(file) }));
    for (const block of blocks) checkImports(block, installedBy(text));
    return blocks;
  });
}

function sourceExamplesIn(folder) {
  const place = path.join(root, 'packages', folder);
  const sources = readdirSync(path.join(place, 'src'), { recursive: true })
    .filter((file) => /\.ts$/.test(file) && !/\.(test|test-d|cases)\.ts$|(^|[\\/])generated[\\/]/.test(file))
    .sort()
    .map((file) => path.join(place, 'src', file));
  return sources.flatMap((file) => {
    const module = `../${path.relative(place, file).replaceAll('\\', '/').replace(/\.ts$/, '.js')}`;
    const blocks = examplesOf(shown(file), readFileSync(file, 'utf8'));
    return blocks.map((block) => ({ ...block, file: shown(file), module }));
  });
}

/** How every file of tests begins; some examples write files, so they run in a folder of their own. */
const beginning = (manifest, hooks) => [
  `// Written by scripts/generate-examples.mjs from the documentation of ${manifest.name}.`,
  `import { mkdtempSync, rmSync } from 'node:fs';`,
  `import { tmpdir } from 'node:os';`,
  `import path from 'node:path';`,
  `import { ${hooks.join(', ')}, test } from 'vitest';`,
  `import { expectThrown, expectValue } from '../../../scripts/expect-value.js';`,
];

const inFolder = [
  `const home = process.cwd();`,
  `const folder = mkdtempSync(path.join(tmpdir(), 'myelin-examples-'));`,
  'beforeAll(() => {',
  '  process.chdir(folder);',
  '});',
  'afterAll(() => {',
  '  process.chdir(home);',
  '  rmSync(folder, { recursive: true });',
  '});',
];

/** A block of a README as a reader runs it: nothing is there but what it imports. */
function readmeFileOf(manifest, block) {
  return [
    ...beginning(manifest, ['afterAll', 'beforeAll']),
    ...typeImportsOf(block),
    '',
    ...inFolder,
    '',
    testOf(block),
    '',
  ].join('\n');
}

function sourceFileOf(manifest, examples) {
  const packages = scopeOf(manifest);
  const needsTfjs = dependenciesOf(manifest).includes('@tensorflow/tfjs-core');
  const tfjs = '../../ops/node_modules/@tensorflow';
  // Those that use models train and predict, too.
  const runs = packages.includes('@myelin/models') && packages.includes('@myelin/ops');
  const choose = runs ? `scope.useBackend(scope.eagerRuntime('cpu'))` : `setBackend('cpu')`;
  return [
    ...beginning(manifest, ['afterAll', 'beforeAll', 'beforeEach']),
    ...packages.map((name, i) => `import * as package${i} from '${resolved(name)}';`),
    ...new Set(examples.flatMap(typeImportsOf)),
    ...(needsTfjs
      ? [
          `import '${tfjs}/tfjs-backend-cpu';`,
          ...(runs ? [] : [`import { setBackend } from '${tfjs}/tfjs-core';`]),
        ]
      : []),
    '',
    `const scope = { ${packages.map((_, i) => `...package${i}`).join(', ')} };`,
    ...inFolder,
    ...(needsTfjs ? ['beforeAll(async () => {', `  await ${choose};`, '});'] : []),
    ...(packages.includes('@myelin/core') ? ['beforeEach(() => {', '  scope.clearSession();', '});'] : []),
    '',
    ...examples.map(testOf),
    '',
  ].join('\n');
}

let count = 0;
for (const [folder, manifest] of manifests) {
  const target = path.join(root, 'packages', folder, '.examples');
  rmSync(target, { recursive: true, force: true });
  const blocks = readmeBlocksIn(folder);
  const examples = sourceExamplesIn(folder);
  const files = new Map(blocks.map((block, i) => [`readme-${i + 1}.test.ts`, readmeFileOf(manifest, block)]));
  if (examples.length > 0) files.set('examples.test.ts', sourceFileOf(manifest, examples));
  if (files.size === 0) continue;
  mkdirSync(target);
  for (const [name, text] of files) writeFileSync(path.join(target, name), text);
  count += blocks.length + examples.length;
}
console.log(`${count} examples`);
