import { ArgumentError } from '@myelin/core';

/** The resolver of `sparse`. */
export function refuseSparse(given: boolean, who: string): boolean {
  return refuse('sparse', 'Leave it out: the output is dense.')(given, who);
}

/** The resolver of `ragged`. */
export function refuseRagged(given: boolean, who: string): boolean {
  return refuse('ragged', 'Leave it out, or give `outputSequenceLength`: rows are filled up with zeros.')(
    given,
    who,
  );
}

function refuse(option: string, hint: string): (given: boolean, who: string) => boolean {
  return (given, who) => {
    if (!given) return false;
    throw new ArgumentError({ who, expected: `\`${option}\` to be false`, got: 'true', hint });
  };
}
