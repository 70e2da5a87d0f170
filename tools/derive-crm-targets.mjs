/**
 * Writes a targets.csv for a CRM export that has none: node derive-crm-targets.mjs PIPELINE TEAMS TARGETS.
 * A seller's target of a month is the mean, over the sellers of the same office, of what the office won that month.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [pipelineFile, teamsFile, targetsFile] = process.argv.slice(2);
if (targetsFile === undefined) {
  console.error('usage: node derive-crm-targets.mjs sales_pipeline.csv sales_teams.csv targets.csv');
  process.exit(2);
}

/** Rows of a CSV file, as objects by header. Quoted cells may hold commas, line breaks and doubled quotes. */
function readCsv(file) {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  const [header, ...cells] = rows.filter((row) => row.length > 1 || (row[0] ?? '') !== '');
  return cells.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

/** Cents as an integer, so that no sum is ever off by a fraction of one. */
function centsOf(amount) {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  if (whole === undefined) throw new Error(`not an amount with at most two decimals: ${amount}`);
  return BigInt(whole + fraction.padEnd(2, '0'));
}

const sellers = readCsv(teamsFile);
const officeOf = new Map(sellers.map((seller) => [seller.sales_agent, seller.regional_office]));
const closed = readCsv(pipelineFile).filter((deal) => deal.close_date !== '');
const months = [...new Set(closed.map((deal) => deal.close_date.slice(0, 7)))].toSorted();

const won = new Map();
for (const deal of closed.filter(({ deal_stage }) => deal_stage === 'Won')) {
  if (!officeOf.has(deal.sales_agent)) throw new Error(`not in the teams: ${deal.sales_agent}`);
  const key = `${officeOf.get(deal.sales_agent)}|${deal.close_date.slice(0, 7)}`;
  won.set(key, (won.get(key) ?? 0n) + centsOf(deal.close_value));
}

/** total ÷ count, rounded half-up to cents. */
function meanOf(total, count) {
  const cents = String((2n * total + count) / (2n * count)).padStart(3, '0');
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`;
}

const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const lines = sellers.flatMap(({ sales_agent, regional_office }) => {
  const colleagues = sellers.filter((other) => other.regional_office === regional_office).length;
  return months.map((month) => {
    const total = won.get(`${regional_office}|${month}`) ?? 0n;
    return `${quoted(sales_agent)},${month}-01,${meanOf(total, BigInt(colleagues))}\n`;
  });
});
writeFileSync(targetsFile, `sales_agent,month,amount\n${lines.join('')}`);
