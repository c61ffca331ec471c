import { expectReached } from '../expect-reached.js';
import { withTrainings } from '../training-lesson.js';
import { regression } from './regression.js';

// The houses are downloaded: `myelin course regression` runs them, too.
expectReached(withTrainings(regression, (id) => !id.startsWith('california')));
