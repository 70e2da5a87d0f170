import { parseAst } from 'vitest/node';
import type { SourceFile } from './source-files.ts';

/** A node of the ESTree that the parser gives; which further keys it has depends on its type. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** All nodes of a file, the outer before the inner. Throws on text that does not parse. */
export function syntaxNodes(file: SourceFile): SyntaxNode[] {
  const program: unknown = parseAst(file.text, { lang: languageOf(file.path) });
  const nodes: SyntaxNode[] = [];
  collect(program, nodes);
  return nodes;
}

/** "path:line" of a node, for messages. */
export function placeOf(file: SourceFile, node: SyntaxNode): string {
  return `${file.path}:${file.text.slice(0, node.start).split('\n').length}`;
}

/** The value under a key where it is a node. */
export function childOf(node: SyntaxNode, key: string): SyntaxNode | undefined {
  const child = node[key];
  return isNode(child) ? child : undefined;
}

/** The name of an identifier, undefined for any other node. */
export function nameOf(node: SyntaxNode | undefined): string | undefined {
  return node?.type === 'Identifier' ? (node['name'] as string) : undefined;
}

function languageOf(path: string): 'dts' | 'tsx' | 'ts' | 'js' {
  if (path.endsWith('.d.ts')) return 'dts';
  if (path.endsWith('.tsx')) return 'tsx';
  return path.endsWith('ts') ? 'ts' : 'js';
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

function collect(value: unknown, nodes: SyntaxNode[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes);
  } else if (isNode(value)) {
    nodes.push(value);
    for (const child of Object.values(value)) collect(child, nodes);
  }
}
