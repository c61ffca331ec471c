/**
 * Writes apps/docs/coverage.md: what Myelin has of Keras, name by name and parameter by parameter.
 *
 * Names and parameters of Keras are those of tools/coverage/keras-api.json; ours are read from the types of the
 * namespaces of `myelin`. Goldens are those in packages/conformance/goldens, which the tests compare with on every
 * backend. tools/coverage/gaps.json gives a reason for what is left out on purpose.
 *
 * `--check` writes nothing and fails where the page is not what it would write.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import ts from 'typescript';

const root = fileURLToPath(new URL('../', import.meta.url));
const inRoot = (...parts) => path.join(root, ...parts);
const json = (...parts) => JSON.parse(readFileSync(inRoot(...parts), 'utf8'));
const page = inRoot('apps/docs/coverage.md');

/** Modules of Keras, and the namespaces of `myelin` that have their units. */
const namespaces = {
  layers: 'layers',
  ops: 'ops',
  activations: 'activations',
  initializers: 'initializers',
  regularizers: 'regularizers',
  constraints: 'regularizers',
  losses: 'losses',
  metrics: 'metrics',
  optimizers: 'optimizers',
  'optimizers.schedules': 'optimizers',
};

/** One spelling for `kernel_initializer`, `kernelInitializer`, `Conv2D` and `conv2d`. */
const spelled = (name) => name.replaceAll('_', '').toLowerCase();

function exportsOf(program, checker) {
  const source = program.getSourceFile(inRoot('packages/myelin/src/index.ts'));
  const found = new Map();
  for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(source))) {
    if (!Object.values(namespaces).includes(symbol.name)) continue;
    const module = checker.getAliasedSymbol(symbol);
    const units = checker.getExportsOfModule(module).filter((unit) => isValue(unit, checker));
    found.set(symbol.name, new Map(units.map((unit) => [spelled(unit.name), unit])));
  }
  return found;
}

function isValue(symbol, checker) {
  const { flags } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return (flags & ts.SymbolFlags.Value) !== 0;
}

/** The names of the parameters of a unit, and those of the options that they hold. */
function parametersOf(unit, source, checker) {
  const names = new Set();
  for (const signature of checker.getTypeOfSymbolAtLocation(unit, source).getCallSignatures()) {
    for (const parameter of signature.parameters) {
      names.add(spelled(parameter.name));
      for (const property of optionsOf(checker.getTypeOfSymbolAtLocation(parameter, source), checker))
        names.add(spelled(property));
    }
  }
  return names;
}

/** Names of the properties of an object of options; none for tensors, arrays and other values. */
function optionsOf(given, checker) {
  const type = checker.getNonNullableType(given);
  if (checker.isTupleType(type))
    return checker.getTypeArguments(type).flatMap((one) => optionsOf(one, checker));
  if (type.isUnion()) return type.types.flatMap((one) => optionsOf(one, checker));
  const name = type.aliasSymbol?.name ?? type.symbol?.name ?? '';
  if (!/(Config|Options)$|^__type$/.test(name) && !type.isIntersection()) return [];
  return checker.getPropertiesOfType(type).map((property) => property.name);
}

const goldenFolders = { 'optimizers.schedules': 'schedules' };

function goldensOf(module, name) {
  const folder = inRoot('packages/conformance/goldens', goldenFolders[module] ?? module);
  const file = [...filesOf(folder)].find((one) => spelled(one.replaceAll('-', '')) === spelled(name));
  if (file === undefined) return 0;
  return json(path.relative(root, path.join(folder, `${file}.json`))).cases.length;
}

const listed = new Map();
function filesOf(folder) {
  if (!listed.has(folder))
    listed.set(
      folder,
      existsSync(folder)
        ? ts.sys.readDirectory(folder, ['.json']).map((file) => path.basename(file, '.json'))
        : [],
    );
  return listed.get(folder);
}

const gaps = json('tools/coverage/gaps.json');

/** What there is of one name: a row of the table. */
function rowOf(module, name, { parameters, aliases }, { units, source, checker }) {
  const unit = [name, ...aliases].map((one) => units.get(spelled(one))).find(Boolean);
  const known = gaps[module]?.[name] ?? {};
  if (unit === undefined) return { name, reason: known.reason, missing: [] };
  const has = parametersOf(unit, source, checker);
  // Operands have no default, and other names than in Python.
  const expected = Object.keys(parameters).filter((one) => !('required' in parameters[one]));
  const everywhere = gaps.everywhere.parameters;
  const missing = expected
    .filter((one) => !has.has(spelled(one)) && !(one in everywhere))
    .map((one) => ({ name: one, reason: known.parameters?.[one] }));
  return { name, ours: unit.name, goldens: goldensOf(module, name), missing };
}

function table(module, entries, context) {
  const rows = Object.entries(entries).map(([name, entry]) => rowOf(module, name, entry, context));
  const whole = rows.filter(({ ours, missing }) => ours !== undefined && missing.length === 0).length;
  const lines = rows.map(({ name, ours, goldens, missing, reason }) => {
    if (ours === undefined)
      return `| \`${name}\` | ${reason === undefined ? 'missing' : '–'} | | ${reason ?? ''} |`;
    const parts = missing.map(
      (one) => `\`${one.name}\`${one.reason === undefined ? ' missing' : `: ${one.reason}`}`,
    );
    return `| \`${name}\` | \`${ours}\` | ${goldens || ''} | ${parts.join('; ')} |`;
  });
  const open = rows.filter(
    ({ ours, missing, reason }) =>
      (ours === undefined && reason === undefined) || missing.some((one) => one.reason === undefined),
  ).length;
  return {
    summary: `| [${module}](#${module.replaceAll('.', '-')}) | ${rows.length} | ${whole} | ${rows.length - whole - open} | ${open} |`,
    text: [
      `## ${module} {#${module.replaceAll('.', '-')}}`,
      '',
      '| Keras | Myelin | cases of Keras | not there |',
      '| - | - | - | - |',
      ...lines,
      '',
    ].join('\n'),
  };
}

function write() {
  const { keras, ...modules } = json('tools/coverage/keras-api.json');
  const config = ts.readConfigFile(inRoot('packages/myelin/tsconfig.json'), ts.sys.readFile).config;
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, inRoot('packages/myelin'));
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(inRoot('packages/myelin/src/index.ts'));
  const ours = exportsOf(program, checker);
  const tables = Object.entries(modules).map(([module, entries]) =>
    table(module, entries, { units: ours.get(namespaces[module]), source, checker }),
  );
  return `# What there is of Keras

Every public name of Keras ${keras}, with what Myelin calls it, how many cases of it recorded from Keras the tests compare with on every backend, and what is not there. Names of layers, parameters and values are otherwise those of Keras, in the case of TypeScript. Not asked for anywhere: ${Object.entries(
    gaps.everywhere.parameters,
  )
    .map(([name, reason]) => `\`${name}\` (${reason})`)
    .join(', ')}.

| module | names | whole | left out with a reason | missing |
| - | - | - | - | - |
${tables.map(({ summary }) => summary).join('\n')}

${tables.map(({ text }) => text).join('\n')}`;
}

const options = await prettier.resolveConfig(page);
const text = await prettier.format(write(), { ...options, parser: 'markdown' });
if (process.argv.includes('--check')) {
  if (!existsSync(page) || readFileSync(page, 'utf8') !== text) {
    console.error(`${path.relative(root, page)} is not up to date: run \`npm run coverage\`.`);
    process.exitCode = 1;
  }
} else writeFileSync(page, text);
