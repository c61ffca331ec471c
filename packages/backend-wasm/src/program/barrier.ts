import type { ModuleBuilder } from './assembler/module-builder.js';

/** Turns of the loop in which a thread looks for the others before it sleeps; about a tenth of a millisecond. */
const turnsAwake = 20000;

/**
 * Writes `barrier(threads)`, which returns when so many threads have called it.
 *
 * The last one to come starts the next round; the others wait for its number to change, first awake, then asleep.
 *
 * @param address - of the count of those who have come; 64 bytes behind it lies the number of the round.
 */
export function writeBarrier(module: ModuleBuilder, address: number): number {
  const [count, round] = [address, address + 64];
  return module.add({ parameters: ['i32'], results: [] }, (code) => {
    const threads = 0;
    const current = code.local('i32');
    const turn = code.local('i32');
    code
      .get(threads)
      .i32(1)
      .op('i32.eq')
      .if(() => code.return());
    code.i32(round).atomic('i32.atomic.load').set(current);
    code.i32(count).i32(1).atomic('i32.atomic.rmw.add').i32(1).op('i32.add').get(threads).op('i32.eq');
    code.if(() => {
      code.i32(count).i32(0).atomic('i32.atomic.store');
      code.i32(round).i32(1).atomic('i32.atomic.rmw.add').drop();
      code.i32(round).i32(-1).atomic('memory.atomic.notify').drop();
      code.return();
    });
    code.i32(0).set(turn);
    code.doWhile(() => {
      code
        .i32(round)
        .atomic('i32.atomic.load')
        .get(current)
        .op('i32.ne')
        .if(() => code.return());
      code.get(turn).i32(1).op('i32.add').tee(turn).i32(turnsAwake).op('i32.lt_u');
    });
    code.doWhile(() => {
      code.i32(round).get(current).i64(-1).atomic('memory.atomic.wait32').drop();
      code.i32(round).atomic('i32.atomic.load').get(current).op('i32.eq');
    });
  });
}
