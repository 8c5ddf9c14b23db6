import type { TargetPopulation } from '../estimator.js';
import type { DataInfo, DocumentBase, WithIntervals } from './document-base.js';
import type { SelectedOutput } from './select-document.js';
import type { TargetColumns } from './target-columns.js';

/** Two ends that are both known. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What the judged items say of one system. */
export interface EstimatedSystem {
  readonly name: string;
  /** Judgements of it. */
  readonly judged: number;
  /** Mean of these judgements. */
  readonly mean: number;
  /** Estimate of its mean over the population: claims are made of it and of its interval. */
  readonly estimate: number;
  /** Lower end of the interval; null where items were picked, of which no interval of a mean holds. */
  readonly low: number | null;
  /** Upper end, null as the lower one. */
  readonly high: number | null;
  /** The estimate moved towards what metrics and other systems say: ranks and probabilities are made of it. */
  readonly shrunk: number;
  /** 1 = best: the likeliest rank, and the ranks it can have, of all systems at once at the level. */
  readonly rank: Bounds & { readonly best: number };
  /** 1 = the best tier: every system of a tier is surely better than every system of the next. */
  readonly tier: number;
  /** Probability of being best. */
  readonly pBest: number;
  /** Probability of being among the k best at k − 1, shape (systems): `pTop[0]` is `pBest`, the last is 1; ties share their ranks. */
  readonly pTop: readonly number[];
}

/** What the judged items say of the difference of two systems, a less b. */
export interface ComparedPair extends Bounds {
  readonly a: string;
  readonly b: string;
  readonly difference: number;
  /** Holds for all pairs at once at the level. */
  readonly simultaneous: Bounds;
  /** Two-sided p-value of "no difference", of this pair by itself. */
  readonly p: number;
  /** The same adjusted over all pairs by Holm: pairs at or below α are all truly different but for a chance of α. */
  readonly pHolm: number;
  /** The same by Benjamini and Hochberg: of the pairs at or below q, a share of q is expected not to be different. */
  readonly pBenjaminiHochberg: number;
  /** Probability that a is better. */
  readonly pBetter: number;
  /** p-value of "they differ by the margin or more", where a margin was given: small = equivalent. */
  readonly pEquivalent?: number;
}

/** What it takes to tell two neighbours in the ranking apart. */
export interface Separation {
  readonly a: string;
  readonly b: string;
  /**
   * Further items to judge, for a chance of 80 % to tell them apart among all pairs at once; 0 = told apart already; null = no
   * number of items of the population does.
   */
  readonly items: number | null;
  /** The smallest margin within which they are shown to be equal. */
  readonly tieMargin: number;
}

/** A judged item that carries the order of the first two systems. */
export interface CarryingItem {
  readonly id: string;
  /** Difference of the two with it less that without it: above 0 = it speaks for the first. */
  readonly effect: number;
  /** The difference without it; null where nothing compares the two then. */
  readonly without: number | null;
  readonly source?: string;
  readonly document?: string;
  readonly domain?: string;
  /** The two outputs with their judgements. */
  readonly outputs: readonly SelectedOutput[];
}

/** Whether the order of the first two systems survives without any one item, document or rater. */
export interface OrderCheck {
  readonly a: string;
  readonly b: string;
  readonly difference: number;
  /** Ids of the items without any one of which the order is no longer what it is. */
  readonly itemsThatTurn: readonly string[];
  /** The same of documents; absent where the data has none. */
  readonly documentsThatTurn?: readonly string[];
  /** The same of raters; absent where the data does not say what two or more of them said. */
  readonly ratersThatTurn?: readonly string[];
}

/** The systems in one domain. */
export interface DomainEstimates {
  readonly name: string;
  /** Judged items of it. */
  readonly judged: number;
  /**
   * Estimates in the order of `SystemRanking.systems`, moved towards those of all domains and the shift that the domain has for all systems, as
   * far as systems are alike between domains.
   */
  readonly estimates: readonly number[];
  /** Plain means of the judgements in the domain, in the same order; null = none. */
  readonly means: readonly (number | null)[];
  /** Standard errors of these means, what is left to judge of the domain taken into account; null = of fewer than two judgements, or of picked items. */
  readonly standardErrors: readonly (number | null)[];
}

/** The ranking by one criterion. */
export interface SystemRanking {
  /** The column of judgements. */
  readonly criterion: string;
  /** The estimator. */
  readonly estimator: string;
  readonly judged: {
    readonly items: number;
    readonly cells: number;
    /** Cells of the judged items without a judgement. */
    readonly missing: number;
    /** What was drawn independently of each other. */
    readonly unit: 'item' | 'document';
    readonly units: number;
  };
  /** Best first. */
  readonly systems: readonly EstimatedSystem[];
  /** Systems that nobody judged: what their metrics would let expect, which is no estimate. */
  readonly unjudged: readonly ({ readonly name: string } & {
    readonly [Part in 'predicted' | 'low' | 'high']: number | null;
  })[];
  /** Every pair once, in the order of `systems`. */
  readonly pairs: readonly ComparedPair[];
  readonly metrics: {
    readonly names: readonly string[];
    /** How far they are used, in [0, 1]; 0 = plain means. */
    readonly weight: number;
    /**
     * Share of their distance to where metrics and other systems say by which best guesses were moved, in [0, 1]; 0 = best guesses are the estimates, as with
     * few systems.
     */
    readonly shrinkage: number;
    /** Domains in which they got weights of their own, because they say something else there. */
    readonly weighedApart?: readonly string[];
    /** How many judged items plain means would need for the same precision. */
    readonly effectiveItems: number;
    /** Systems that a metric treats unlike the others, p < 0.05 after adjustment. */
    readonly favours: readonly {
      readonly metric: string;
      readonly system: string;
      readonly domain?: string;
      /** What people give beyond what the metric lets expect; below 0 = the metric favours the system. */
      readonly residual: number;
      readonly p: number;
    }[];
  };
  /** Neighbours in the ranking, best first. */
  readonly more: readonly Separation[];
  /** What choosing the leader is worth at growing numbers of judged items. */
  readonly outlook: readonly {
    readonly items: number;
    /** Probability that another system is the best. */
    readonly pWrong: number;
    /** Expected distance of the leader's mean from the best mean. */
    readonly expectedLoss: number;
  }[];
  /** The smallest difference of the first two that these judgements would show with a chance of 80 %; null = one system. */
  readonly detectable: number | null;
  /** At most ten, the largest effect first. */
  readonly carrying: readonly CarryingItem[];
  readonly order?: OrderCheck;
  readonly domains?: readonly DomainEstimates[];
  /** Where the leader does worst against its estimate over all. */
  readonly worstDomain?: string;
  /** What missing judgements could change: orders of means if they were as bad as the 10th or as good as the 90th percentile. */
  readonly missing?: { readonly cells: number; readonly surviving: number; readonly open: number };
  /** Judgements far from what was predicted for them, farthest first: the ones to look at again. */
  readonly suspicious: readonly {
    readonly id: string;
    readonly system: string;
    readonly judgement: number;
    readonly predicted: number;
  }[];
  readonly verdict: {
    readonly best: string;
    /** Whether the best system is told apart from all others (or within the margin of the best) at the level. */
    readonly decided: boolean;
    /** In plain words. */
    readonly text: string;
  };
}

/** How the judged items came to be judged. */
export interface JudgedDesign {
  /**
   * `drawn` = by chance, with known probabilities; `picked` = by a selector's choice: estimates then rest on the model, and means have no intervals; `all` = every
   * item is judged; `assumed` = not recorded, taken as drawn by chance.
   */
  readonly kind: 'drawn' | 'picked' | 'all' | 'assumed';
  /** The selectors that the items name. */
  readonly selectors: readonly string[];
  /** Whether items were drawn with unequal probabilities and are weighted by their inverse. */
  readonly weighted: boolean;
}

/** What is shown of a ranking where it is asked for. */
export interface RankingShown {
  /** k: the chance of every system to be among the k best. */
  readonly top?: number;
  /** Every pair of systems with its p-values. */
  readonly pairs?: boolean;
}

/** `goldpan rank`: who is best, how sure, what carries it, how many more. */
export interface RankDocument extends DocumentBase<'rank'>, WithIntervals, SystemRanking {
  readonly level: number;
  readonly target: TargetColumns;
  readonly population: TargetPopulation;
  /** The largest difference that does not matter. */
  readonly margin?: number;
  readonly design: JudgedDesign;
  /** What was asked to be shown beside the rest; absent = nothing. The numbers are in the document all the same. */
  readonly shown?: RankingShown;
  /** The file of judged items, where they came in one of their own. */
  readonly judgedData?: DataInfo;
  /** Rankings by the other criteria, where several were asked for. */
  readonly others?: readonly SystemRanking[];
}
