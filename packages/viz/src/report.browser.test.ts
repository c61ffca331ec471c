import { NdArray } from '@myelin/core';
import { expect, it } from 'vitest';
import { imageGrid } from './image-grid.js';
import { report } from './report.js';

/** The document shown in a frame of a width, once it is loaded. */
async function show(html: string, width: number): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.style.width = `${width}px`;
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve);
  });
  document.body.append(frame);
  await loaded;
  if (frame.contentDocument === null) throw new TypeError('The frame has no document.');
  return frame.contentDocument;
}

it('draws the very pixels of an image', async () => {
  const grey = [0, 51, 102, 255];
  const svg = imageGrid(NdArray.from(Uint8Array.from(grey)).reshape([1, 2, 2]));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  // The middles of the quarters of an image of 112 that stands 12 from the edges.
  const seen = [40, 96].flatMap((y) => [40, 96].map((x) => context?.getImageData(x, y, 1, 1).data[0]));
  expect(seen).toEqual(grey);
});

it('runs no script, neither from a text nor from a picture', async () => {
  const script = '<script>parent.document.title = "ran"</script>';
  const handler = '<image href="data:," onerror="parent.document.title = \'ran\'"/>';
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" onload="parent.document.title = 'ran'">${script}${handler}</svg>`;
  document.title = 'quiet';
  const table = { columns: [script], rows: [[script]] };
  const shown = await show(
    report({ title: script, sections: [{ heading: script, text: script, table, pictures: [picture] }] }),
    600,
  );
  expect(shown.querySelector('h2')?.textContent).toBe(script);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(document.title).toBe('quiet');
});

it('fits a phone and follows light and dark', async () => {
  const table = { columns: Array.from({ length: 12 }, (_, i) => `a long column ${i}`), rows: [] };
  const pictures = [imageGrid(NdArray.zeros([8, 4, 4]))];
  const shown = await show(report({ title: 'x', sections: [{ heading: 'y', table, pictures }] }), 320);
  const root = shown.documentElement;
  expect(root.scrollWidth).toBe(320);
  expect(shown.querySelector('svg')?.getBoundingClientRect().width).toBeLessThan(320);
  const background = (scheme: string): string => {
    root.style.colorScheme = scheme;
    return getComputedStyle(shown.body).backgroundColor;
  };
  expect([background('light'), background('dark')]).toEqual(['rgb(255, 255, 255)', 'rgb(20, 23, 27)']);
});
