import { expectReached } from '../expect-reached.js';
import { withoutTrainings } from '../training-lesson.js';
import { regression } from './regression.js';

// The houses are downloaded: `myelin course regression` runs them, too.
expectReached(withoutTrainings(regression, ['california-50-50']));
