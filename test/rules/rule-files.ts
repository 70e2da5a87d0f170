import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { validateCases, validateDataset, validateModel } from '../../schemas/index.ts';
import type { Cases, Dataset, Model } from '../../schemas/index.ts';

const root = join(import.meta.dirname, '../../rules');

/** A document of rules/, with its path from there. */
export interface RuleFile<T> {
  readonly path: string;
  readonly document: T;
}

/** All JSON documents under rules/. */
export function ruleFiles(): RuleFile<unknown>[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .toSorted()
    .map((path) => ({ path, document: JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown }));
}

/** The models that fit their schema. */
export function models(): RuleFile<Model>[] {
  return ruleFiles().flatMap(({ path, document }) =>
    path.endsWith('.model.json') && validateModel(document) ? [{ path, document }] : [],
  );
}

/** The datasets that fit their schema. */
export function datasets(): RuleFile<Dataset>[] {
  return ruleFiles().flatMap(({ path, document }) =>
    path.endsWith('.dataset.json') && validateDataset(document) ? [{ path, document }] : [],
  );
}

/** The datasets in the folder next to a model's folder; none where the model's figures are given. */
export function datasetsBeside(modelPath: string): Dataset[] {
  const folder = join(dirname(dirname(modelPath)), 'datasets');
  return datasets().flatMap(({ path, document }) => (dirname(path) === folder ? [document] : []));
}

/** The worked cases that fit their schema, with the path of their model. */
export function workedCases(): (RuleFile<Cases> & { readonly modelPath: string })[] {
  return ruleFiles().flatMap(({ path, document }) =>
    path.endsWith('.cases.json') && validateCases(document)
      ? [{ path, document, modelPath: join(dirname(path), document.model) }]
      : [],
  );
}
