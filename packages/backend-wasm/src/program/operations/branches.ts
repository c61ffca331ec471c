import type { Body } from '@myelin/compiler';
import { type Lower, type Stage, handedIn } from './lowering.js';
import { bringTo } from './move-values.js';

/** One of two bodies, on operands where they are; what it returns is copied to where the results of both belong. */
export const cond: Lower = (operation, lowering) => {
  const [condition, ...operands] = Object.values(operation.inputs) as [number, ...number[]];
  const results = operation.outputs.map(({ id }) => lowering.address(id));
  const places = operands.map((id) => handedIn(id, lowering));
  const stagesOf = (body: Body): Stage[] => {
    lowering.placeBody(body, places);
    return [...lowering.lower(body.operations), ...bringTo(results, body.results, lowering)];
  };
  return [
    {
      kind: 'branch',
      condition: lowering.address(condition),
      stages: stagesOf(operation.body as Body),
      otherwise: stagesOf(operation.otherwise as Body),
    },
  ];
};

/** A loop that a test ends. The carries live where the results are; test and body read them there. */
export const whileLoop: Lower = (operation, lowering) => {
  const [test, body] = [operation.test, operation.body] as [Body, Body];
  const operands = Object.values(operation.inputs);
  const carries = operation.outputs.map(({ id }) => lowering.address(id));
  const invariant = operands.slice(carries.length).map((id) => handedIn(id, lowering));
  const places = [...carries.map((address) => ({ address })), ...invariant];
  lowering.placeBody(test, places);
  lowering.placeBody(body, places);
  return [
    ...bringTo(carries, operands.slice(0, carries.length), lowering),
    {
      kind: 'while',
      test: lowering.lower(test.operations),
      condition: lowering.address(test.results[0] as number),
      stages: [...lowering.lower(body.operations), ...bringTo(carries, body.results, lowering)],
    },
  ];
};
