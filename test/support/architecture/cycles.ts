import type { Import } from './imports.ts';

/** Circles of files that import each other, of types alone too: "a.ts -> b.ts -> a.ts", each way back once. */
export function cycles(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, target } of imports) {
    if (target !== undefined) targets.set(from, [...(targets.get(from) ?? []), target]);
  }
  const done = new Set<string>();
  const found: string[] = [];

  function visit(path: string, trail: readonly string[]): void {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push([...trail.slice(start), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  }

  for (const path of targets.keys()) visit(path, []);
  return found;
}
