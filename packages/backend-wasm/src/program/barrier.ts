import type { FunctionBuilder } from './assembler/function-builder.js';
import type { ModuleBuilder } from './assembler/module-builder.js';
import { thread, threads } from './loops/work-range.js';

/** Turns of the loop in which a thread looks for the others before it sleeps; about a tenth of a millisecond. */
const turnsAwake = 20000;
/** After so long a sleeping thread looks whether another has died: 50 ms, in ns. */
const longestSleep = 50_000_000;
/** What `memory.atomic.wait32` returns when nobody has woken the thread. */
const timedOut = 2;
/** So many times the first thread sleeps for others before it takes them for dead: 30 seconds. */
const mostSleeps = 600;
/** The function `env.findDead()`, which the first thread calls when it has slept long: it can see what no event can tell. */
export const findDead = 'findDead';

/** Where a thread counts its sleeps, behind the number of its round. */
const sleeps = 4;

/** Bytes of a barrier: a cache line for the count, one for the round, and one for each thread. */
export function barrierBytes(count: number): number {
  return 64 * (2 + count);
}

/**
 * Writes `barrier(thread, threads)`, which returns when so many threads have called it; returns its position.
 *
 * The last one to come starts the next round; the others wait for its number to change, first awake, then asleep. They
 * keep the number of their round in memory: Node 20 was seen to lose locals over a sleep. A thread may have died: the first
 * one looks for that where it can, and does not wait forever. The others do, because it may have much to do alone.
 *
 * @param address - of the barrier, which begins as zeros.
 * @param failed - address of a number that is not 0 once a thread has died.
 * @param patience - how often the first thread sleeps for others.
 */
export function writeBarrier(
  module: ModuleBuilder,
  address: number,
  failed: number,
  patience: number = mostSleeps,
): number {
  const [count, round, own] = [address, address + 64, address + 128];
  const look = module.import(findDead, { parameters: [], results: [] });
  return module.add({ parameters: ['i32', 'i32'], results: [] }, (code) => {
    const place = code.local('i32');
    const turn = code.local('i32');
    const pushIsOver = (): void => {
      code.i32(round).atomic('i32.atomic.load').get(place).loadI32().op('i32.ne');
    };
    code
      .get(threads)
      .i32(1)
      .op('i32.eq')
      .if(() => code.return());
    code.get(thread).i32(64).op('i32.mul').i32(own).op('i32.add').tee(place);
    code.i32(round).atomic('i32.atomic.load').storeI32();
    code.get(place).i32(0).storeI32(sleeps);
    code.i32(count).i32(1).atomic('i32.atomic.rmw.add').i32(1).op('i32.add').get(threads).op('i32.eq');
    code.if(() => {
      code.i32(count).i32(0).atomic('i32.atomic.store');
      code.i32(round).i32(1).atomic('i32.atomic.rmw.add').drop();
      code.i32(round).i32(-1).atomic('memory.atomic.notify').drop();
      code.return();
    });
    code.i32(0).set(turn);
    code.doWhile(() => {
      pushIsOver();
      code.if(() => code.return());
      code.get(turn).i32(1).op('i32.add').tee(turn).i32(turnsAwake).op('i32.lt_u');
    });
    code.doWhile(() => {
      code.i32(round).get(place).loadI32().i64(longestSleep).atomic('memory.atomic.wait32');
      code.i32(timedOut).op('i32.eq').get(thread).op('i32.eqz').op('i32.and');
      code.if(() => code.call(look));
      code
        .i32(failed)
        .atomic('i32.atomic.load')
        .if(() => code.unreachable());
      code.get(place).get(place).loadI32(sleeps).i32(1).op('i32.add').storeI32(sleeps);
      code.i32(patience).get(place).loadI32(sleeps).op('i32.lt_u');
      code.get(thread).op('i32.eqz').op('i32.and');
      code.if(() => code.unreachable());
      pushIsOver();
      code.op('i32.eqz');
    });
  });
}

/** Calls the barrier of a module. */
export function writeMeeting(code: FunctionBuilder, module: ModuleBuilder, barrier: number): void {
  code.get(thread).get(threads).call(module.numberOf(barrier));
}
