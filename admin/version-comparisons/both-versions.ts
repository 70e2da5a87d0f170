import { diffSections } from '../models/diff/sections.ts';
import { applyChanges } from '../../engine/difference/apply.ts';
import { editsOf } from '../../engine/index.ts';
import type { Model, ModelVersionView } from '../../schemas/index.ts';
import type { Language } from '../../locales/index.ts';

/** The versions that are compared; before is undefined where there is none. */
export interface BothVersions {
  readonly before: ModelVersionView | undefined;
  readonly after: ModelVersionView;
}

/** The grades of both versions from the best to the worst: the later one's order, then what only was before. */
export function gradeOrder({ before, after }: BothVersions): string[] {
  return [
    ...new Set([after, before].flatMap((version) => version?.document.grades.map(({ id }) => id) ?? [])),
  ];
}

/** What a grade is called in whichever version has it. */
export function gradeName({ before, after }: BothVersions, id: string, language: Language): string {
  const grades = [...after.document.grades, ...(before?.document.grades ?? [])];
  return grades.find((grade) => grade.id === id)?.name[language] ?? id;
}

/** What each edit is, in sentences; its id where there is none. */
export function editTexts(
  { before, after }: BothVersions,
  language: Language,
  stageName: (id: string) => string,
): ReadonlyMap<string, readonly string[]> {
  if (before === undefined) return new Map();
  const { edits } = editsOf(before.document, after.document);
  return new Map(
    edits.map(({ id, changes }) => {
      const edited = applyChanges(before.document, changes) as Model;
      const sections = diffSections(before.document, edited, language, stageName);
      return [id, sections.flatMap(({ sentences }) => sentences.map(({ text }) => text))];
    }),
  );
}
