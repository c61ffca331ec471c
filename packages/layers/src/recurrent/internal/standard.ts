/** Whether the functions are those that the ops over whole sequences compute. */
export function isStandard({
  activation,
  recurrentActivation,
}: {
  readonly activation: object;
  readonly recurrentActivation?: object;
}): boolean {
  return (
    idOf(activation) === 'tanh' &&
    (recurrentActivation === undefined || idOf(recurrentActivation) === 'sigmoid')
  );
}

function idOf(given: object): unknown {
  return 'id' in given ? given.id : undefined;
}
