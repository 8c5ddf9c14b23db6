export { svgsOf, type SvgChart } from './svg/svgs-of.js';
