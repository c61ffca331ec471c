/**
 * Reads every lesson of the built site in a real browser, as a reader would: on a wide screen in light colours and on a
 * phone's in dark ones. Exercises take what is right and refuse what is not; what trains comes to an end; nothing is wider
 * than the screen, nothing fails and nothing is asked of other servers.
 *
 *     node apps/docs/scripts/check-lessons.mjs [lesson...]
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserArgs, locateBrowser } from '../../../scripts/find-browser.mjs';
import { serve } from './serve.mjs';
import { watchPage } from './watch-page.mjs';

const docs = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);
const lessons = readdirSync(`${docs}learn`)
  .map((file) => file.replace(/\.md$/, ''))
  // The page of the digits has a check of its own.
  .filter((name) => name !== 'digits' && (wanted.length === 0 || wanted.includes(name)));

const screens = [
  { name: 'wide, light', viewport: { width: 1100, height: 900 }, colorScheme: 'light' },
  { name: 'phone, dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark', hasTouch: true },
];
/** What trains longer is stopped, as a reader may. */
const patienceMs = 15_000;
const limitMs = 60_000;

const browser = await chromium.launch({ args: browserArgs, ...locateBrowser() });
const { address, close } = await serve(`${docs}dist`, true);
// Pages wait more than they compute: two at a time.
const waiting = lessons.flatMap((lesson) => screens.map((screen) => ({ lesson, screen })));
let passed = 0;
let failed = 0;
await Promise.all([readAll(), readAll()]);
close();
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Reads the next page as long as there is one. */
async function readAll() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { lesson, screen } = next;
    const since = performance.now();
    try {
      // Training does not depend on the screen.
      const done = await read(lesson, screen, { isTrained: screen === screens[0] });
      passed++;
      const seconds = ((performance.now() - since) / 1000).toFixed(1);
      console.log(`${lesson}, ${screen.name}: ${done}, ${seconds} s`);
    } catch (error) {
      failed++;
      console.error(`${lesson}, ${screen.name}: ${error.stack}`);
    }
  }
}

async function read(lesson, { viewport, colorScheme, hasTouch = false }, { isTrained }) {
  const context = await browser.newContext({ viewport, colorScheme, hasTouch });
  const page = await context.newPage();
  page.setDefaultTimeout(limitMs);
  const problems = watchPage(page, address);
  await page.goto(`${address}/learn/${lesson}.html`);
  await page.waitForLoadState('networkidle');

  const exercises = await solveExercises(page, lesson);
  const runs = isTrained ? await runAll(page) : 0;
  await pressThroughControls(page);
  const [width, screen] = await page.evaluate(() => [
    globalThis.document.documentElement.scrollWidth,
    globalThis.innerWidth,
  ]);
  assert.ok(width <= screen, `nothing is wider than the screen of ${screen}: ${width}`);
  assert.deepEqual(problems, []);
  await context.close();
  return `${exercises} exercises, ${runs} runs`;
}

/** The answers stand in the source of the page, in the order of the exercises. */
async function solveExercises(page, lesson) {
  const source = readFileSync(`${docs}learn/${lesson}.md`, 'utf8');
  const answers = Array.from(
    source.matchAll(/<(Number|Choice)Exercise\b[^>]*?\s:(?:answer|right)="([^"]+)"/gs),
    ([, kind, answer]) => ({ kind, answer: Number(answer) }),
  );
  const exercises = page.locator('form.exercise');
  assert.equal(await exercises.count(), answers.length, 'as many exercises as in the source');
  for (const [i, { kind, answer }] of answers.entries()) {
    assert.ok(Number.isFinite(answer), `exercise ${i + 1} has its answer as a number in the source`);
    const exercise = exercises.nth(i);
    const give = async (value) => {
      if (kind === 'Number') await exercise.getByLabel('Your answer').fill(String(value));
      else await exercise.getByRole('radio').nth(value).check();
      await exercise.getByRole('button', { name: 'Check' }).click();
      return exercise.getAttribute('data-verdict');
    };
    await exercise.getByRole('button', { name: 'Check' }).click();
    assert.equal(await exercise.getAttribute('data-verdict'), 'unreadable');
    const wrong =
      kind === 'Number' ? answer * 3 + 1000 : (answer + 1) % (await exercise.getByRole('radio').count());
    assert.equal(await give(wrong), 'wrong', `exercise ${i + 1} refuses ${wrong}`);
    assert.equal(await give(answer), 'right', `exercise ${i + 1} takes ${answer}`);
  }
  return answers.length;
}

/** Starts everything that can be started, one after another, to its end. */
async function runAll(page) {
  const runs = page.locator('section.live[data-phase]');
  const count = await runs.count();
  for (let i = 0; i < count; i++) {
    const run = runs.nth(i);
    await run.getByRole('button', { name: 'Start', exact: true }).press('Enter');
    const done = page.locator(`section.live[data-phase]`).nth(i).and(page.locator('[data-phase=done]'));
    const inTime = await done.waitFor({ timeout: patienceMs }).then(
      () => true,
      () => false,
    );
    if (!inTime && (await run.getAttribute('data-phase')) === 'running') {
      await run.getByRole('button', { name: 'Stop' }).click();
      await done.waitFor();
    }
    assert.equal(await run.getByRole('alert').count(), 0, await run.innerText());
    assert.equal(await run.getAttribute('data-phase'), 'done', await run.innerText());
  }
  return count;
}

/** Every slider and list of choices is moved by the keyboard. */
async function pressThroughControls(page) {
  const controls = page.locator('section.live :is(select, input[type=range]):enabled');
  for (let i = 0; i < (await controls.count()); i++) {
    const control = controls.nth(i);
    const before = await control.inputValue();
    await control.focus();
    await control.press('ArrowDown');
    if ((await control.inputValue()) === before) await control.press('ArrowUp');
    assert.notEqual(await control.inputValue(), before, `control ${i + 1} follows the keyboard`);
  }
}
