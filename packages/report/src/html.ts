export { htmlOf, type HtmlOptions } from './html/html-of.js';
