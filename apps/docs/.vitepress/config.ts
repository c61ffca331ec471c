import type { MyelinTheme } from './theme/theme-config.js';
import { course } from './course.js';
import { type UserConfig, defineConfigWithTheme } from 'vitepress';

const config: UserConfig<MyelinTheme> = defineConfigWithTheme<MyelinTheme>({
  title: 'Myelin',
  description:
    'Keras 3 for TypeScript: train in Node and in the browser, and share .keras files with Python.',
  lang: 'en',
  // Relative links between pages work under any address.
  outDir: './dist',
  cleanUrls: false,
  srcExclude: ['README.md', 'reference/keras-names.md'],
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  themeConfig: {
    nav: [
      { text: 'Getting started', link: '/start' },
      { text: 'Course', link: '/learn/' },
      { text: 'From Keras', link: '/keras' },
      { text: 'Reference', link: '/reference/' },
    ],
    course,
  },
  markdown: { math: true },
  vite: {
    // The packages of this workspace are bundled from their sources.
    resolve: { conditions: ['@myelin/source'] },
    worker: { format: 'es' },
    // Threads share memory only in a page that is isolated from others.
    server: {
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    },
    // The digits are one large file, fetched only when a training starts.
    build: { target: 'es2022', chunkSizeWarningLimit: 2500 },
  },
});

export default config;
