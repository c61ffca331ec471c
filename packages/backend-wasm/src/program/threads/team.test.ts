import { afterEach, expect, test, vi } from 'vitest';
import { Worker } from 'node:worker_threads';
import { compileNative, instantiateNative } from '../../native/load-native.js';
import { ModuleBuilder } from '../assembler/module-builder.js';
import { thread } from '../loops/work-range.js';
import { Arena } from '../memory/arena.js';
import { Team } from './team.js';

afterEach(() => {
  vi.restoreAllMocks();
});

async function createTeam(): Promise<{ arena: Arena; team: Team }> {
  const arena = new Arena(true);
  const { module } = await compileNative('portable', 'shared');
  const kernels = await instantiateNative(module, arena.memory);
  const workspaceBytes = kernels.workspaceBytes();
  const team = Team.create(arena, { kernels: module, workspaceBytes, wide: false, threads: 2, first: 1 });
  return { arena, team };
}

async function makeTeam(): Promise<{ arena: Arena; team: Team }> {
  const { arena, team } = await createTeam();
  team.start();
  await team.settled();
  return { arena, team };
}

/** A program whose second thread writes 1 after so many turns. */
function slowly(address: number, turns: number): Promise<WebAssembly.Module> {
  const module = new ModuleBuilder(true);
  module.add(
    { parameters: ['i32', 'i32'], results: [] },
    (code) => {
      const turn = code.local('i32');
      code
        .get(thread)
        .op('i32.eqz')
        .if(() => code.return());
      code.doWhile(() => {
        code.get(turn).i32(1).op('i32.add').tee(turn).i32(turns).op('i32.lt_u');
      });
      code.i32(address).i32(1).storeI32();
    },
    'run',
  );
  return WebAssembly.compile(module.encode());
}

test('helpers that are started late know the programs that came before', async () => {
  const { arena, team } = await createTeam();
  const address = arena.allocate(4, 'a test');
  const written = arena.integers(address, 1).fill(0);
  await team.load(0, await slowly(address, 1));
  expect(team.ready).toBe(false);
  team.start();
  team.start();
  expect(team.ready).toBe(false);
  // Without a turn of the event loop.
  const since = performance.now();
  while (!team.ready && performance.now() - since < 10_000);
  expect(team.ready).toBe(true);
  // Nobody has heard of them yet.
  team.findDead();
  expect(team.broken).toBe(false);
  team.begin(0);
  await vi.waitFor(() => {
    expect(written[0]).toBe(1);
  });
});

test('a run that failed here is over once the others have left it', async () => {
  const { arena, team } = await makeTeam();
  const address = arena.allocate(4, 'a test');
  const written = arena.integers(address, 1).fill(0);
  await team.load(0, await slowly(address, 100_000_000));
  team.begin(0);
  expect(written[0]).toBe(0);
  team.abandon();
  expect(written[0]).toBe(1);
  expect(team.broken).toBe(true);
});

test.each([
  [
    'abandons a run',
    (team: Team): void => {
      team.abandon();
    },
  ],
  [
    'takes a program back',
    (team: Team): void => {
      team.unload(0);
    },
  ],
])('a team whose worker has died within a run %s soon', async (_, act) => {
  const posted = vi.spyOn(Worker.prototype, 'postMessage');
  const { arena, team } = await makeTeam();
  const address = arena.allocate(4, 'a test');
  await team.load(0, await slowly(address, 1_000_000_000));
  team.begin(0);
  for (const worker of new Set(posted.mock.contexts as Worker[])) void worker.terminate();
  const begin = performance.now();
  act(team);
  // Without a look at it, it is taken for dead after 30 seconds.
  expect(performance.now() - begin).toBeLessThan(10_000);
  expect(team.broken).toBe(true);
});

test('programs that came while the team was broken are known to the next helpers', async () => {
  const { arena, team } = await makeTeam();
  team.abandon();
  const address = arena.allocate(4, 'a test');
  const written = arena.integers(address, 1).fill(0);
  await team.load(0, await slowly(address, 1));
  await team.restart();
  expect(team.broken).toBe(false);
  team.begin(0);
  await vi.waitFor(() => {
    expect(written[0]).toBe(1);
  });
});

test('a team whose workers do not start any more stays broken', async () => {
  const { team } = await makeTeam();
  team.abandon();
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker) {
    void this.terminate();
  });
  await team.restart();
  expect(team.broken).toBe(true);
  vi.restoreAllMocks();
  await team.restart();
  expect(team.broken).toBe(false);
});
