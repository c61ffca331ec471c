export * from './assert-close.js';
export * from './golden.js';
export * from './golden-cases.js';
