import { NdArray } from '@myelin/core';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { imageGrid } from './image-grid.js';
import { all, num, parseXml, saying } from './internal/parse-xml.js';

const imagesOf = (svg: string) => all(parseXml(svg), 'image');
const pixelsOf = (svg: string) =>
  imagesOf(svg).map((image) => {
    const [head, body = ''] = (image.getAttribute('href') ?? '').split(',');
    expect(head).toBe('data:image/png;base64');
    const { data, width, height, channels } = decode(Buffer.from(body, 'base64'));
    return { data: Array.from(data), width, height, channels };
  });

describe('imageGrid', () => {
  it('holds every pixel, grey from 0 to 1', () => {
    const images = NdArray.from([
      [
        [0, 0.2, 1],
        [0.4, 0.6, 0.8],
      ],
      [
        [1, 1, 1],
        [0, 0, 0],
      ],
    ]);
    expect(pixelsOf(imageGrid(images))).toEqual([
      { data: [0, 51, 255, 102, 153, 204], width: 3, height: 2, channels: 1 },
      { data: [255, 255, 255, 0, 0, 0], width: 3, height: 2, channels: 1 },
    ]);
  });

  it('holds colour, and takes whole numbers as 0 to 255', () => {
    const bytes = NdArray.from(Uint8Array.from([1, 2, 3, 250, 251, 252])).reshape([1, 1, 2, 3]);
    const expected = [{ data: [1, 2, 3, 250, 251, 252], width: 2, height: 1, channels: 3 }];
    expect(pixelsOf(imageGrid(bytes))).toEqual(expected);
    expect(pixelsOf(imageGrid(bytes.cast('float32')))).toEqual(expected);
    expect(pixelsOf(imageGrid(bytes.cast('int64')))).toEqual(expected);
  });

  it('maps a range of the caller and cuts what lies outside', () => {
    const images = NdArray.from([[[-1, 0, 1, 3]]]);
    expect(pixelsOf(imageGrid(images, { range: [-1, 1] }))[0]?.data).toEqual([0, 128, 255, 255]);
    expect(pixelsOf(imageGrid(images, { range: [1, -1] }))[0]?.data).toEqual([255, 128, 0, 0]);
  });

  it('places images in rows, sharp, with captions below', () => {
    const captions = ['7', '<script>', 'a caption that is far too long for its image'];
    const svg = imageGrid(NdArray.zeros([3, 2, 4]), { captions, columns: 2 });
    const images = imagesOf(svg);
    const [first, second, third] = images.map((image) => ({ x: num(image, 'x'), y: num(image, 'y') }));
    expect([first, second?.y, third?.x]).toEqual([{ x: 0, y: 0 }, 0, 0]);
    expect(second?.x).toBeGreaterThan(num(images[0], 'width'));
    expect(third?.y).toBeGreaterThan(num(images[0], 'height'));
    for (const image of images) {
      expect(num(image, 'width')).toBe(2 * num(image, 'height'));
      expect(image.getAttribute('style')).toContain('image-rendering:pixelated');
    }
    const root = parseXml(svg);
    expect(num(saying(root, '7')[0], 'x')).toBe(num(images[0], 'width') / 2);
    expect(saying(root, '<script>')).toHaveLength(1);
    expect(all(root, 'script')).toHaveLength(0);
    expect(all(images[2] ?? root, 'title')[0]?.textContent).toBe(captions[2]);
    expect(all(root, 'desc')[0]?.textContent).toContain('3 images: 7; <script>;');
  });

  it('refuses what are no images', () => {
    expect(() => imageGrid(NdArray.zeros([2, 2]))).toThrow(/\[n, height, width\]/);
    expect(() => imageGrid(NdArray.zeros([1, 2, 2, 2]))).toThrow(/1, 3 or 4/);
    expect(() => imageGrid(NdArray.zeros([0, 2, 2]))).toThrow(/at least one pixel/);
    expect(() => imageGrid(NdArray.from([[[NaN]]]))).toThrow(/finite pixels, got NaN/);
    expect(() => imageGrid(NdArray.zeros([1, 1, 1]), { range: [1, 1] })).toThrow(/two different numbers/);
    expect(() => imageGrid(NdArray.zeros([2, 1, 1]), { captions: ['a'] })).toThrow(/2 captions, got 1/);
    expect(() => imageGrid(NdArray.zeros([2, 1, 1]), { columns: 1.5 })).toThrow(/columns/);
  });
});
