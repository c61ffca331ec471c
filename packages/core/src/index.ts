export * from './dtype.js';
export * from './errors.js';
export * from './nd-array.js';
export * from './shape.js';
