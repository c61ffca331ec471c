import type { Markup } from './markup.js';
import { fontFamily, toneVariables } from './theme.js';

/** The style sheet of reports; it holds nothing that a user wrote and no character that HTML would read. */
export const reportStyle: Markup = [
  toneVariables(':root'),
  ':root{color-scheme:light dark}',
  '*{box-sizing:border-box}',
  `body{margin:0;font:1rem/1.6 ${fontFamily};color:var(--myelin-ink);background:var(--myelin-surface);overflow-wrap:break-word}`,
  'main{max-width:68rem;margin:0 auto;padding:clamp(1.25rem,4vw,3.5rem) clamp(1rem,4vw,2.5rem)}',
  'h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.4rem);line-height:1.2;letter-spacing:-.015em;margin:0;text-wrap:balance}',
  'h2{font-size:1.25rem;line-height:1.3;margin:0 0 .75rem}',
  'section{margin-top:2.5rem;padding-top:1.75rem;border-top:1px solid var(--myelin-grid)}',
  'p{max-width:42rem;margin:0 0 1rem;color:var(--myelin-ink)}',
  '.table{overflow-x:auto;margin:0 0 1.5rem}',
  'table{border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}',
  'caption{text-align:start;color:var(--myelin-muted);padding-bottom:.4rem}',
  'th,td{padding:.4rem 1.5rem .4rem 0;text-align:start;border-bottom:1px solid var(--myelin-grid);vertical-align:top}',
  'th{font-weight:400}',
  'thead th{color:var(--myelin-muted);border-bottom-color:var(--myelin-axis);white-space:nowrap}',
  '.number{text-align:end}',
  '.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:1.25rem;align-items:start}',
  'figure{margin:0;min-width:0;border:1px solid var(--myelin-grid);border-radius:.5rem;padding:.25rem}',
  'figure:has(.myelin-wide){grid-column:1/-1}',
  'figure svg{display:block;max-width:100%;height:auto;margin:0 auto}',
  '@media print{:root{color-scheme:light}main{max-width:none;padding:0}section{padding-top:1rem;margin-top:1.25rem}h2{break-after:avoid}figure,tr{break-inside:avoid}.table{overflow:visible}}',
].join('') as Markup;
