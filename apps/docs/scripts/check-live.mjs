/** Trains on the built live page in a real browser, on each backend, as a reader would; with several threads and with one. */
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserArgs, locateBrowser } from '../../../scripts/find-browser.mjs';
import { serve } from './serve.mjs';
import { watchPage } from './watch-page.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
/** The mean of the first epoch so far, which lags behind what the network knows. */
const enough = 0.68;
/** The loss of a network that knows nothing of ten digits. */
const guessing = Math.log(10);
/** Without a graphics card WebGL is computed in software, about two steps a second. */
const limitMs = 180_000;

const browser = await chromium.launch({ args: browserArgs, ...locateBrowser() });
let passed = 0;
let failed = 0;

/** Threads share memory only in a page that is isolated from others. */
const threads = Math.min(8, availableParallelism());
const several = threads > 1 ? `Training on ${threads} threads.` : 'Training.';
const runs = [
  { backend: 'WebAssembly', isIsolated: true, status: several },
  { backend: 'WebAssembly', isIsolated: false, status: 'Training.' },
  { backend: 'WebGL', isIsolated: true, status: 'Training.' },
];

for (const { backend, isIsolated, status } of runs) {
  const name = `${backend}, ${isIsolated ? 'isolated' : 'not isolated'}`;
  const { address, close } = await serve(dist, isIsolated);
  const since = performance.now();
  try {
    const figures = await trainOn(backend, address, status);
    passed++;
    console.log(`${name}: ${figures}, ${((performance.now() - since) / 1000).toFixed(1)} s`);
  } catch (error) {
    failed++;
    console.error(`${name}: ${error.stack}`);
  }
  close();
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function trainOn(backend, address, status) {
  const page = await browser.newPage();
  page.setDefaultTimeout(limitMs);
  const problems = watchPage(page, address);
  // As a reader does, by way of the home page: the start of a browser, with fonts to find, is no task of the page.
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await browser.startTracing(page, { categories: ['toplevel'] });
  await page.goto(`${address}/learn/digits.html`);
  await page.getByLabel(backend).check();
  await page.getByRole('button', { name: 'Start' }).click();
  const losses = [];
  const statuses = new Set();
  const reached = performance.now() + limitMs;
  while (true) {
    const { epoch, loss, accuracy } = await figuresOf(page);
    if (Number.isFinite(loss)) losses.push(loss);
    statuses.add(await page.locator('.status').innerText());
    if (accuracy >= enough || epoch > 1) break;
    assert.equal(await page.getByRole('alert').count(), 0, await page.locator('.live').innerText());
    assert.ok(performance.now() < reached, `an accuracy of ${enough} in time; it is ${accuracy}`);
    await page.waitForTimeout(100);
  }
  assert.ok(statuses.has(status), `the page says ${status}: ${[...statuses].join(' ')}`);
  assert.ok(losses.at(-1) < guessing / 2, `the loss falls from ${guessing}: ${losses.join(' ')}`);

  await page.getByRole('button', { name: 'Pause' }).click();
  const paused = await restOf(page);
  await page.waitForTimeout(500);
  assert.deepEqual(await figuresOf(page), paused, 'nothing moves while paused');
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.waitForFunction(
    (step) => globalThis.document.querySelector('[data-figure=step]').textContent.trim() !== step,
    paused.step,
  );

  await page.getByRole('button', { name: 'Stop' }).click();
  await page.locator('.live[data-phase=idle]').waitFor();
  const { heldOut } = await figuresOf(page);
  assert.ok(heldOut > 0.8, `more than 80 % of the held-out digits are recognised: ${heldOut}`);

  let right = 0;
  for (let i = 0; i < 5; i++) right += await pickHeldOut(page);
  assert.ok(right >= 4, `of 5 held-out digits 4 are recognised: ${right}`);

  const shares = await page.locator('.bars .share').allInnerTexts();
  const sum = shares.reduce((total, share) => total + Number.parseFloat(share), 0);
  assert.ok(Math.abs(sum - 100) < 1, `probabilities add up to 1: ${shares.join(' ')}`);

  await drawOne(page);
  await page.locator('.verdict[data-guess="1"]:not([data-label])').waitFor();

  assert.deepEqual(problems, []);
  const longest = longestTask(await browser.stopTracing());
  await page.close();
  return `${paused.step} steps, loss ${losses[0]} to ${losses.at(-1)}, held out ${heldOut.toFixed(3)}, ${right} of 5 right, longest task ${longest.toFixed(0)} ms`;
}

/**
 * How long the page computed at most without a rest, in milliseconds: what a reader waits for who clicks just then.
 * Time in which others had the processor is not the page's.
 */
function longestTask(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const isOf =
    (event) =>
    ({ pid, tid }) =>
      pid === event.pid && tid === event.tid;
  const pages = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && pages.some(isOf(event)));
  assert.ok(tasks.length > 0, 'the browser tells of the tasks of the page');
  return Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1000;
}

/** The figures once they have come to rest: the step that runs when the reader pauses is still done, and shown. */
async function restOf(page) {
  const restMs = 1500;
  for (let waitedMs = 0; ; waitedMs += restMs) {
    const before = await figuresOf(page);
    await page.waitForTimeout(restMs);
    if (isDeepStrictEqual(await figuresOf(page), before)) return before;
    assert.ok(waitedMs < 20_000, 'training comes to rest when it is paused');
  }
}

function figuresOf(page) {
  return page.evaluate(() => {
    const text = (name) => globalThis.document.querySelector(`[data-figure=${name}]`).textContent.trim();
    return {
      epoch: Number(text('epoch')),
      step: text('step'),
      loss: Number(text('loss')),
      accuracy: Number.parseFloat(text('accuracy')) / 100,
      heldOut: Number.parseFloat(text('held-out')) / 100,
    };
  });
}

/** Whether the network recognises the next held-out digit. */
async function pickHeldOut(page) {
  const verdict = page.locator('.verdict');
  const before = await page.evaluate(() => globalThis.document.querySelector('canvas.seen').toDataURL());
  await page.getByRole('button', { name: 'Pick a held-out digit' }).click();
  await page.waitForFunction(
    (old) => globalThis.document.querySelector('canvas.seen').toDataURL() !== old,
    before,
  );
  const [label, guess] = [await verdict.getAttribute('data-label'), await verdict.getAttribute('data-guess')];
  return label === guess ? 1 : 0;
}

/** Draws a stroke from top to bottom. */
async function drawOne(page) {
  const pad = page.locator('canvas.pad');
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await pad.boundingBox();
  await page.mouse.move(x + width / 2, y + height * 0.15);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height * 0.85, { steps: 10 });
  await page.mouse.up();
}
