import { spawn } from 'node:child_process';

/** What a process printed as its last line, or why it has nothing to tell. */
export type Outcome<T> = { readonly value: T } | { readonly failed: string };

/** Longer than any workload takes on a slow machine. */
const mostMs = 180_000;

/** Runs a program in a process of its own and reads the JSON of its last line. */
export async function runProcess<T>(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  limitMs: number = mostMs,
): Promise<Outcome<T>> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const texts = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.error += chunk.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).catch((error: unknown) => {
    texts.error += String(error);
    return null;
  });
  clearTimeout(timer);
  const last = texts.out.trimEnd().split('\n').at(-1) ?? '';
  if (child.signalCode === 'SIGKILL') return { failed: `is not done after ${limitMs / 1000} seconds` };
  if (code === 0 && last.startsWith('{')) return { value: JSON.parse(last) as T };
  return { failed: reasonIn(texts.error) ?? `ended with ${code ?? 'a signal'}` };
}

/** The line of an error's message, without the stack and without what backends greet with. */
function reasonIn(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.findLast((line) => /^(\w*Error|\w+: \w*Error)\b/.test(line)) ??
    lines.findLast((line) => line !== '')
  );
}

/** @throws Error where a process, which measures what `who` says, has nothing to tell. */
export function valueOf<T>(outcome: Outcome<T>, who: string): T {
  if ('value' in outcome) return outcome.value;
  throw new Error(`${who}: expected a measurement, got: ${outcome.failed}`);
}
