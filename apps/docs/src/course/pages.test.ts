import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { lessons } from '@myelin/course';
import { describe, expect, it } from 'vitest';
import { course } from '../../.vitepress/course.js';

const learn = new URL('../../learn/', import.meta.url);

describe('the pages of the course', () => {
  it('are those of the lessons, in their order', () => {
    expect(course).toEqual(lessons.map(({ name, title }) => ({ text: title, link: `/learn/${name}` })));
    const pages = readdirSync(learn).map((file) => file.replace(/\.md$/, ''));
    expect(pages.sort()).toEqual([...lessons.map(({ name }) => name), 'digits', 'index'].sort());
  });

  it.each(lessons.map(({ name }) => name))('%s has mathematics, exercises, code and figures', (name) => {
    const text = readFileSync(new URL(`${name}.md`, learn), 'utf8');
    expect(text).toMatch(/^\$\$$/m);
    expect(text.match(/<(Number|Choice)Exercise/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
    expect(text).toContain(`<LessonFigures name="${name}" />`);
    const snippets = Array.from(text.matchAll(/^<<< (\S+?)(?:#[\w-]+)?\{ts\}$/gm), ([, file = '']) => file);
    expect(snippets.length).toBeGreaterThan(0);
    for (const file of snippets) expect(existsSync(new URL(file, learn)), file).toBe(true);
  });

  it('have figures, in their order', () => {
    const file = new URL('../../../../benchmarks/course.json', import.meta.url);
    const results = JSON.parse(readFileSync(file, 'utf8')) as { lessons: { name: string }[] };
    expect(results.lessons.map(({ name }) => name)).toEqual(lessons.map(({ name }) => name));
  });
});
