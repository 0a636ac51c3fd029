/** The value below which a share of the values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => quantile(values, 0.5);

/** A copy in an order given by `random`. */
export function shuffled(list, random) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/** A value to two figures, for people. */
export function rounded(value) {
  if (value === 0) return '0';
  const two = Number(value.toPrecision(2));
  const digits = Math.max(0, 1 - Math.floor(Math.log10(Math.abs(two))));
  return value.toFixed(Math.min(digits, 4));
}

/** Rows of cells as a Markdown table, the first row its head; all columns but the first to the right. */
export function markdownTable([head, ...rows]) {
  const width = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => String(row[column]).length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i ? String(cell).padStart(width[i]) : String(cell).padEnd(width[i]))).join(' | ')} |`;
  const rule = `| ${width.map((w, i) => (i ? `${'-'.repeat(w - 1)}:` : '-'.repeat(w))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
