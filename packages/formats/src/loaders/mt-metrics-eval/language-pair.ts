import { join } from 'node:path';
import { DEFAULT_TARGET, didYouMean, quoteList } from '@goldpan/core';
import { unusableInput } from '../../errors.js';
import type { Intake } from '../../reading/intake.js';
import { turnedRound } from '../../tables/score-names.js';
import { mqmTo100 } from './mqm-scale.js';
import { PROTOCOLS, REFERENCES, STANDARD_REFERENCES } from './preferences.js';
import { readScores, type SegmentCount, type SegmentScores } from './score-file.js';
import type { TestSet } from './test-set.js';
import { checkSegments, readTexts, type SegmentTexts } from './text-file.js';
import type { MtMetricsEvalOptions } from './mt-metrics-eval-options.js';

/** The data of one language pair of a test set. */
export interface LanguagePair {
  readonly sources: SegmentTexts;
  readonly reference?: SegmentTexts;
  readonly documents?: readonly { readonly domain: string; readonly document: string }[];
  readonly systems: readonly string[];
  readonly outputs: ReadonlyMap<string, SegmentTexts>;
  /** By the metric's name in the dataset; the target is among them where there are human scores. */
  readonly scores: ReadonlyMap<string, SegmentScores>;
}

/** Reads one language pair. */
export class PairReader {
  readonly #set: TestSet;
  readonly #langs: string;
  readonly #options: MtMetricsEvalOptions;
  readonly #intake: Intake;

  constructor(
    set: TestSet,
    langs: string,
    { options, intake }: { options: MtMetricsEvalOptions; intake: Intake },
  ) {
    this.#set = set;
    this.#langs = langs;
    this.#options = options;
    this.#intake = intake;
  }

  async read(): Promise<LanguagePair> {
    const sources = await this.#texts('sources', await this.#file('sources', `${this.#langs}.`), 'source');
    const segments = sources.texts.length;
    const references = await this.#references();
    const reference = this.#chosenReference(references);
    const outputs = await this.#outputs(references, { reference, segments });
    const segmentCount = { segments, canary: sources.canary };
    const found = [...(await this.#human(segmentCount)), ...(await this.#metrics(reference, segmentCount))];
    const nameOf = turnedRound(this.#options['lower-is-better']);
    const scores = new Map(
      found.map(([name, values]) => {
        const { metric, sign } = nameOf(name);
        return [metric, sign === 1 ? values : mapped(values, (score) => 0 - score)];
      }),
    );
    const systems = this.#scored([...outputs.keys()], scores.get(DEFAULT_TARGET));
    const referenceTexts =
      this.#intake.texts && reference !== undefined
        ? await this.#reference(references.get(reference)!, segments)
        : undefined;
    return {
      sources,
      ...(referenceTexts && { reference: referenceTexts }),
      documents: await this.#documents(sources),
      systems,
      outputs,
      scores,
    };
  }

  #texts(folder: string, name: string, field: string): Promise<SegmentTexts> {
    return readTexts(join(this.#set.folder, folder, name), this.#intake, field);
  }

  async #file(folder: string, start: string): Promise<string> {
    const names = await this.#set.list(folder);
    const name = names.find((each) => each === `${start}txt` || each === `${start}jsonl`);
    if (name !== undefined) return name;
    throw unusableInput(
      join(this.#set.folder, folder),
      `must have ${start}txt or ${start}jsonl`,
      'check that the test set is complete',
    );
  }

  /** Reference names and their files. */
  async #references(): Promise<ReadonlyMap<string, string>> {
    const pattern = new RegExp(`^${escaped(this.#langs)}\\.(.+)\\.(txt|jsonl)$`);
    const names = (await this.#set.list('references')).flatMap((file) => {
      const match = pattern.exec(file);
      return match ? [[match[1], file] as const] : [];
    });
    return new Map(names);
  }

  #chosenReference(references: ReadonlyMap<string, string>): string | undefined {
    const known = [...references.keys()];
    const { reference } = this.#options;
    if (reference !== undefined) {
      if (references.has(reference)) return reference;
      const problem = `has no reference ${JSON.stringify(reference)} for ${this.#langs}${didYouMean(reference, known)}`;
      throw unusableInput(join(this.#set.folder, 'references'), problem, `choose one of ${quoteList(known)}`);
    }
    const standard = STANDARD_REFERENCES[`${this.#set.name}/${this.#langs}`];
    return [standard, ...REFERENCES].find((name) => references.has(name)) ?? known[0];
  }

  async #reference(file: string, segments: number): Promise<SegmentTexts> {
    const texts = await this.#texts('references', file, 'target');
    checkSegments(texts, segments);
    return texts;
  }

  async #outputs(
    references: ReadonlyMap<string, string>,
    { reference, segments }: { reference?: string; segments: number },
  ): Promise<Map<string, SegmentTexts>> {
    const folder = `system-outputs/${this.#langs}`;
    const outputs = new Map<string, SegmentTexts>();
    for (const file of await this.#set.list(folder)) {
      const system = file.replace(/\.(txt|jsonl)$/, '');
      const isReference =
        system === reference || (references.has(system) && !this.#options['references-as-systems']);
      if (isReference || system === file || this.#options.exclude.includes(system)) continue;
      const texts = await this.#texts(folder, file, 'hypothesis');
      checkSegments(texts, segments);
      outputs.set(system, texts);
    }
    return outputs;
  }

  async #documents({ texts, canary }: SegmentTexts): Promise<LanguagePair['documents']> {
    const names = await this.#set.list('documents');
    if (!names.includes(`${this.#langs}.docs`)) return undefined;
    const path = join(this.#set.folder, 'documents', `${this.#langs}.docs`);
    const lines: string[] = [];
    for await (const batch of this.#intake.textLines(path)) lines.push(...batch.map(({ text }) => text));
    const excess = lines.length - texts.length;
    if (excess !== 0 && !(excess === 1 && (canary || /^canary/i.test(lines[0])))) {
      checkSegments({ path, texts: lines, canary }, texts.length);
    }
    return lines.slice(excess).map((line) => {
      const [domain, document = ''] = line.trim().split(/\s+/);
      return { domain, document };
    });
  }

  async #human(segments: SegmentCount): Promise<[string, SegmentScores][]> {
    const pattern = new RegExp(`^${escaped(this.#langs)}\\.(.+)\\.seg\\.score$`);
    const files = (await this.#set.list('human-scores')).flatMap((file) => pattern.exec(file)?.[1] ?? []);
    const chosen =
      this.#options.protocol ?? PROTOCOLS.find((protocol) => files.includes(protocol)) ?? files[0];
    if (this.#options.protocol !== undefined && !files.includes(this.#options.protocol)) {
      const problem = `has no segment scores of protocol ${JSON.stringify(chosen)} for ${this.#langs}${didYouMean(chosen!, files)}`;
      throw unusableInput(
        join(this.#set.folder, 'human-scores'),
        problem,
        `choose one of ${quoteList(files)}`,
      );
    }
    const wanted = files.filter((protocol) => protocol === chosen || this.#options['other-protocols']);
    const found: [string, SegmentScores][] = [];
    for (const protocol of wanted) {
      const path = join(this.#set.folder, 'human-scores', `${this.#langs}.${protocol}.seg.score`);
      const scores = await readScores(path, segments, this.#intake);
      const scale = this.#options['mqm-to-100'] && protocol.startsWith('mqm');
      found.push([
        protocol === chosen ? DEFAULT_TARGET : `${DEFAULT_TARGET}_${protocol}`,
        scale ? mapped(scores, mqmTo100) : scores,
      ]);
    }
    return found;
  }

  /** Metrics that use the chosen reference, or none. */
  async #metrics(reference: string | undefined, segments: SegmentCount): Promise<[string, SegmentScores][]> {
    const folder = `metric-scores/${this.#langs}`;
    const files = (await this.#set.list(folder)).filter((file) => file.endsWith('.seg.score'));
    const variants = files.flatMap((file) => {
      const match = /^(.+)-([^-]+)\.seg\.score$/.exec(file);
      return match && (match[2] === reference || match[2] === 'src')
        ? [{ file, name: match[1], of: match[2] }]
        : [];
    });
    const found: [string, SegmentScores][] = [];
    for (const { file, name, of } of variants) {
      const both = variants.filter((variant) => variant.name === name).length > 1;
      const metric = both && of === 'src' ? `${name}-src` : name;
      if (this.#options.metrics.length > 0 && !this.#options.metrics.includes(metric)) continue;
      found.push([metric, await readScores(join(this.#set.folder, folder, file), segments, this.#intake)]);
    }
    return found;
  }

  /** The systems that people judged at least once; all where there are no human scores. */
  #scored(systems: readonly string[], human: SegmentScores | undefined): readonly string[] {
    if (human === undefined) return systems;
    const scored = systems.filter((system) => human.get(system)?.some((score) => !Number.isNaN(score)));
    if (scored.length < systems.length) {
      const left = systems.filter((system) => !scored.includes(system));
      this.#intake.note(`${this.#langs}: systems left out for lack of human scores: ${left.join(', ')}`);
    }
    return scored;
  }
}

function mapped(scores: SegmentScores, of: (score: number) => number): SegmentScores {
  return new Map([...scores].map(([system, values]) => [system, values.map(of)]));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
