/** The command line makes no sense: the program ends with status 2 and points to `--help`. */
export class UsageError extends Error {}
