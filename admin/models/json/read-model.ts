import { check, guardDocument, schemaIssues } from '../../../engine/index.ts';
import { validateModel, type Issue, type Model } from '../../../schemas/index.ts';
import { placeOf, repeatedNames, syntaxErrorOf, type Stretch } from './places.ts';

/** An issue with the place in the text that it is about. */
export interface PlacedIssue extends Stretch {
  readonly issue: Issue;
  /** Counted from 1. */
  readonly line: number;
}

/** What a text says. */
export interface ModelText {
  /** Only where the text is a model by its form. */
  readonly model: Model | undefined;
  readonly issues: readonly PlacedIssue[];
}

/** Reads a JSON text as a model: not JSON, no model by its form, or a model with findings. */
export function readModel(text: string): ModelText {
  const document = parsed(text);
  if ('trouble' in document) return { model: undefined, issues: [document.trouble] };
  const repeated = repeatedNames(text).map(({ from, to, name }) =>
    placed(text, { from, to }, { code: 'id.repeated', severity: 'error', params: { id: name } }),
  );
  const guarded = guardDocument(document.value);
  const refused = guarded.length > 0 ? guarded : schemaIssues(validateModel, document.value);
  const issues = refused.length > 0 ? refused : check(document.value);
  const usable = repeated.length === 0 && refused.length === 0;
  return {
    model: usable ? (document.value as Model) : undefined,
    issues: [...repeated, ...placeIssues(text, issues)],
  };
}

/** The issues of a document with their places in its text. */
export function placeIssues(text: string, issues: readonly Issue[]): PlacedIssue[] {
  return issues.map((issue) => placed(text, placeOf(text, issue.pointer ?? ''), issue));
}

function parsed(text: string): { readonly value: unknown } | { readonly trouble: PlacedIssue } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const place = syntaxErrorOf(text) ?? { from: 0, to: text.length };
    const line = lineOf(text, place.from);
    const column = place.from - text.lastIndexOf('\n', place.from - 1);
    const issue: Issue = { code: 'document.syntax', severity: 'error', params: { line, column } };
    return { trouble: { ...place, line, issue } };
  }
}

function placed(text: string, place: Stretch, issue: Issue): PlacedIssue {
  return { ...place, line: lineOf(text, place.from), issue };
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
