import { diffSections } from '../models/diff/sections.ts';
import type { EditView, ModelVersionView } from '../../schemas/index.ts';
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
  edits: readonly EditView[],
  language: Language,
  stageName: (id: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const sentences =
    before === undefined
      ? []
      : diffSections(before.document, after.document, language, stageName).flatMap(
          (section) => section.sentences,
        );
  return new Map(
    edits.map(({ id, pointers }) => {
      const own = sentences.filter(({ pointer }) => pointers.includes(pointer)).map(({ text }) => text);
      return [id, own.length === 0 ? [id] : own];
    }),
  );
}
