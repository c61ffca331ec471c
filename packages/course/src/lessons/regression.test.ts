import { expectReached } from '../expect-reached.js';
import { regression } from './regression.js';

expectReached(regression);
