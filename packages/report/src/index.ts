export { errorCatalogue } from './error-catalogue.js';
export { NO_PAINT, type Paint, type TerminalOptions } from './terminal/paint.js';
export { renderChart, type ChartContent } from './terminal/render-chart.js';
export { renderTable, type TableContent } from './terminal/render-table.js';
export { sparkline } from './terminal/sparkline.js';
export { terminalOf } from './terminal/terminal-of.js';
export { numberCell, textCell, type Cell, type Column, type Table } from './view/table.js';
export type { Line, LineChart, LinePoint } from './view/chart.js';
export { markdownOf, type MarkdownOptions } from './markdown/markdown-of.js';
