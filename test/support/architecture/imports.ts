import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';
import { childOf, nameOf, placeOf, syntaxNodes, type SyntaxNode } from './syntax.ts';

/** What one file takes from elsewhere: an import of any kind, of values or of types alone. */
export interface Import {
  readonly from: string;
  readonly place: string;
  /** As written; undefined where it is computed, so that nobody can tell. */
  readonly specifier: string | undefined;
  /** Path from the root where the specifier is relative, else undefined. */
  readonly target: string | undefined;
}

/** Every import, re-export, dynamic import, import type and require of a file. */
export function importsOf(file: SourceFile): Import[] {
  return syntaxNodes(file).flatMap((node) => {
    const source = sourceOf(node);
    if (source === undefined) return [];
    const specifier = typeof source['value'] === 'string' ? source['value'] : undefined;
    return [
      {
        from: file.path,
        place: placeOf(file, node),
        specifier,
        target: specifier?.startsWith('.') === true ? resolve(file.path, specifier) : undefined,
      },
    ];
  });
}

function resolve(from: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}

/** The node that says where an import is from, undefined where the node imports nothing. */
function sourceOf(node: SyntaxNode): SyntaxNode | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return childOf(node, 'source');
    case 'TSExternalModuleReference':
      return childOf(node, 'expression');
    case 'CallExpression':
      return nameOf(childOf(node, 'callee')) === 'require'
        ? (node['arguments'] as SyntaxNode[])[0]
        : undefined;
    default:
      return undefined;
  }
}
