import { fill } from '../../locales/index.ts';
import type { Grant, Role } from '../../schemas/index.ts';
import { texts as layout } from '../layout/texts.ts';
import { useTexts } from '../texts/use-texts.ts';
import { grantTexts } from './grants.ts';
import { texts } from './texts.ts';

/** What roles are called, and grants in words. */
export function useRoleNames(): {
  readonly names: Readonly<Record<Role, string>>;
  grants(grants: readonly Grant[]): string;
} {
  const names = useTexts(layout);
  const t = useTexts(texts);
  const words = {
    between: t.between,
    with: (role: string, teams: string) => fill(t.withTeams, { role, teams }),
  };
  return {
    names,
    grants(grants) {
      return grants.length === 0 ? t.noRoles : grantTexts(grants, names, words).join(t.between);
    },
  };
}
