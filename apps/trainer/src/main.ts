import { nearest } from '@myelin/core';
import { type CAC, cac } from 'cac';
import { course } from './commands/course.js';
import { inspect } from './commands/inspect.js';
import { predict } from './commands/predict.js';
import { train } from './commands/train.js';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';

/** Exit statuses. */
const success = 0;
const failure = 1;
const misuse = 2;

/**
 * Runs `myelin` with the arguments that follow its name.
 *
 * @returns the exit status: 0 when all went well, 1 when something failed, 2 when the command line makes no sense.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const cli = makeCli(io);
  try {
    cli.parse(['node', 'myelin', ...argv], { run: false });
    if (cli.options['help'] === true || cli.options['version'] === true) return success;
    if (cli.matchedCommand === undefined) throw unknownCommand(cli);
    await cli.runMatchedCommand();
    return success;
  } catch (error) {
    if (argv.includes('--debug') && error instanceof Error) io.err(`${error.stack ?? error.message}\n`);
    const text = error instanceof Error ? error.message : String(error);
    if (!isMisuse(error)) {
      io.err(`myelin: ${text}\n`);
      return failure;
    }
    io.err(`myelin: ${text}\nTry \`myelin ${cli.matchedCommand?.name ?? ''} --help\`.\n`.replace('  ', ' '));
    return misuse;
  }
}

function makeCli(io: Io): CAC {
  const cli = cac('myelin');
  cli.option('--debug', 'Show where in the program an error happened');
  cli.help();
  cli.version(version);

  cli
    .command('train <config>', 'Train the model that a JSON file describes, and save it')
    .option('--epochs <number>', 'How often to go through the data; wins over the config')
    .option('--out <file>', 'Where to save; default: the name of the config, ending in .keras')
    .option('--seed <number>', 'Makes the run repeatable; wins over the config')
    .example((name) => `  $ ${name} train concrete.json --epochs 50 --out concrete.keras`)
    .example(
      () => `
  with this concrete.json:
  {
    "data": { "csv": "concrete.csv", "target": "strength", "task": "regression" },
    "model": [
      { "layer": "dense", "units": 50, "activation": "relu" },
      { "layer": "dense", "units": 1 }
    ],
    "compile": { "optimizer": "adam", "loss": "mse", "metrics": ["mae"] },
    "fit": { "epochs": 50, "validationSplit": 0.3 }
  }

  or with data and a model that come along:
  { "data": { "dataset": "digits" }, "model": { "zoo": "digitCnn" }, "fit": { "epochs": 3 } }`,
    )
    .action((config: string, options: object) => train(config, options, io));

  cli
    .command('predict <model> <data>', 'Write what a model says to the rows of a .csv or .json file')
    .option('--out <file>', 'Where to write, as .csv or .json; default: the terminal')
    .option('--features <names>', 'Columns of the CSV file to use, with commas; default: all')
    .option('--target <name>', 'A column of the CSV file to leave out')
    .option('--classes', 'Write the number of the likeliest class instead of all outputs')
    .example((name) => `  $ ${name} predict concrete.keras mixes.csv --target strength --out strengths.csv`)
    .example((name) => `  $ ${name} predict digits.keras images.json --classes`)
    .action((model: string, data: string, options: object) => predict(model, data, options, io));

  cli
    .command('inspect <model>', 'Show layers, inputs, outputs, how it was compiled, and what the file holds')
    .example((name) => `  $ ${name} inspect concrete.keras`)
    .action((model: string) => inspect(model, io));

  cli
    .command('course [...lessons]', 'Run lessons of the course, or list them')
    .option('--all', 'Run all of them')
    .option('--keep <folder>', 'Save what has learned there')
    .option('--write <folder>', 'Write the table there, as course.json and COURSE.md')
    .example((name) => `  $ ${name} course regression`)
    .action((names: readonly string[], options: object) => course(names, options, io));
  return cli;
}

function unknownCommand(cli: CAC): UsageError {
  const commands = cli.commands.map(({ name }) => name);
  const [given] = cli.args;
  const known = `one of the commands ${commands.join(', ')}`;
  if (given === undefined) return new UsageError(`expected ${known}.`);
  const near = nearest(given, commands);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  return new UsageError(`expected ${known}, got "${given}".${hint}`);
}

/** cac's own errors are all about the command line. */
function isMisuse(error: unknown): boolean {
  return error instanceof UsageError || (error instanceof Error && error.name === 'CACError');
}
