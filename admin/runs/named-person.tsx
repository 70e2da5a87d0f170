import type { PersonName } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** Who did something; null is the command line. */
export function NamedPerson({ person }: { readonly person: PersonName | null }) {
  const t = useTexts(texts);
  return person === null ? t.commandLine : (person.name ?? t.nameErased);
}
