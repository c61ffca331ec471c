import { expectReached } from '../expect-reached.js';
import { classification } from './classification.js';

expectReached(classification);
