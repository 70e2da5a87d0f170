import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Model } from '../../schemas/index.ts';
import { javascriptModule } from '../translate/javascript.ts';
import type { Person } from '../workload/people.ts';

type Facts = Person['facts'];

/** By metric, the figures that it reads and its value and score. */
export type Metrics = Readonly<
  Record<string, { of: readonly string[]; compute(facts: Facts): { value: number; score: number } }>
>;

/** JavaScript as one writes it for one model. */
export interface WrittenModule {
  judge(subject: string, facts: Facts): WrittenResult;
  figures(facts: Facts): Record<string, unknown>;
  readonly metrics: Metrics;
  composite(...scores: number[]): number;
  band(composite: number): string;
}

export interface WrittenResult {
  readonly subject: string;
  readonly composite: number;
  readonly grade: string;
  readonly actions: readonly { readonly rule: string }[];
}

/** The module for a model, loaded from a file as any other: no text is made into code. */
export async function writtenModule(model: Model): Promise<WrittenModule> {
  const folder = mkdtempSync(join(tmpdir(), 'meritscale-bench-'));
  const path = join(folder, 'written.mjs');
  try {
    writeFileSync(path, javascriptModule(model));
    return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as WrittenModule;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
