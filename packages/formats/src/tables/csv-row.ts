/** One line of CSV, values quoted where they must be, ended by CR LF as RFC 4180 asks. */
export function csvRow(values: readonly string[]): string {
  return `${values.map(csvValue).join(',')}\r\n`;
}

function csvValue(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
