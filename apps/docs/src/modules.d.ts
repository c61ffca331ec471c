declare module '*.vue' {
  import type { Component } from 'vue';

  const component: Component;
  export default component;
}

/** The address of a file, which the bundler puts beside the others. */
declare module '*?url' {
  const address: string;
  export default address;
}

declare module '*.css';
