/** `npm start`. */
import { course } from './start/course.js';
import { mainJob } from './start/main-job.js';

const started = performance.now();
const complaints = await mainJob(course, 'out', (text) => process.stdout.write(text));
console.log(`Done in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
