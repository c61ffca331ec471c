import type { Theme } from 'vitepress';
import Layout from './Layout.vue';
import './style.css';

const theme: Theme = { Layout };

export default theme;
