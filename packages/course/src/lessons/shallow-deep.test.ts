import { expectReached } from '../expect-reached.js';
import { withTrainings } from '../training-lesson.js';
import { shallowDeep } from './shallow-deep.js';

// Clothing is downloaded, and fewer digits take as many steps: `myelin course shallow-deep` runs them all.
expectReached(withTrainings(shallowDeep, (id) => /^digits-\w+-9000$/.test(id)));
