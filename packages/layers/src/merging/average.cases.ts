export { cases } from './add.cases.js';
