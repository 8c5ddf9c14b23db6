import type { DomainEstimates, RankDocument, SystemRanking } from '@goldpan/core';
import { formatCount, measureFormat } from '../format/numbers.js';
import { numberCell, textCell, type Table } from './table.js';

/** Domains that are shown without unfolding. */
const FEW_DOMAINS = 6;

/** The systems in each domain: what is estimated of them, and what the judgements there say by themselves. */
export function domainTables(ranking: SystemRanking, result: RankDocument): readonly Table[] {
  const { domains } = ranking;
  if (domains === undefined) return [];
  const folded = domains.length > FEW_DOMAINS;
  return [
    { ...estimateTable(domains, ranking), folded },
    ...(result.design.kind === 'picked' ? [] : [{ ...judgementTable(domains, ranking), folded }]),
  ];
}

function estimateTable(domains: readonly DomainEstimates[], { systems }: SystemRanking): Table {
  const amount = measureFormat(domains.flatMap(({ estimates }) => estimates));
  return {
    kind: 'table',
    name: 'domains',
    onPagesOnly: true,
    title: 'By domain: drawn towards the overall mean',
    note:
      'Best guesses per domain. Each is drawn towards the mean of the system over all, the more the less the domains are shown to differ; equal numbers mean that they are not ' +
      'shown to. A domain without judged items has the mean over all, one that is judged whole its own. In brackets: items judged.',
    columns: [{ title: 'system' }, ...domainColumns(domains)],
    rows: systems.map(({ name }, s) => [
      textCell(name),
      ...domains.map(({ estimates }) => {
        const leads = estimates[s] === Math.max(...estimates);
        return numberCell(estimates[s], amount, leads ? 'good' : 'neutral');
      }),
    ]),
  };
}

function judgementTable(domains: readonly DomainEstimates[], { systems }: SystemRanking): Table {
  const amount = measureFormat(domains.flatMap(({ means, standardErrors }) => [...means, ...standardErrors]));
  return {
    kind: 'table',
    name: 'domain-judgements',
    onPagesOnly: true,
    title: 'By domain: its judgements alone',
    note: 'Plain means of what was judged there, each with its standard error: two of them either way hold the mean over all of the domain in about 95 of 100 draws, less surely with few items.',
    columns: [{ title: 'system' }, ...domainColumns(domains)],
    rows: systems.map(({ name }, s) => [
      textCell(name),
      ...domains.map(({ means, standardErrors }) => ({
        text: `${amount(means[s])}${errorText(standardErrors[s], amount)}`,
        sort: means[s],
      })),
    ]),
  };
}

/** ` ± 0.310`; nothing where it is not known or there is no error. */
export function errorText(error: number | null, amount: (value: number | null) => string): string {
  return error === null || error === 0 ? '' : ` ± ${amount(error)}`;
}

function domainColumns(domains: readonly DomainEstimates[]): readonly Table['columns'][number][] {
  return domains.map(({ name, judged }) => ({ title: `${name} (${formatCount(judged)})`, align: 'right' }));
}
