import type { SourceFile } from './source-files.ts';
import { childOf, nameOf, placeOf, syntaxNodes, type SyntaxNode } from './syntax.ts';

/** Objects of the host; a pure function reads nothing of them. */
const hostObjects = new Set([
  'console',
  'crypto',
  'global',
  'globalThis',
  'performance',
  'process',
  'window',
]);

/** Functions of the host: time, network, what the host's language settings decide. */
const hostFunctions = new Set([
  'fetch',
  'queueMicrotask',
  'require',
  'setImmediate',
  'setInterval',
  'setTimeout',
]);

/** Members by object: the clock and chance. */
const hostMembers: Readonly<Record<string, ReadonlySet<string>>> = {
  Date: new Set(['now', 'parse']),
  Math: new Set(['random']),
  Temporal: new Set(['Now']),
};

/** Methods whose outcome depends on the host's language and time zone. */
const hostDependentMethods = /^(?:localeCompare|toLocale\w*String)$/;

/** Where a file reads what is not handed to it: the clock, chance, the host. One line each. */
export function impurities(file: SourceFile): string[] {
  return findings(file, (node) => {
    switch (node.type) {
      case 'MemberExpression':
        return hostMember(node);
      case 'CallExpression':
        return hostCall(nameOf(childOf(node, 'callee')));
      case 'NewExpression':
        return nameOf(childOf(node, 'callee')) === 'Date' ? 'new Date' : undefined;
      case 'MetaProperty':
        return nameOf(childOf(node, 'meta')) === 'import' ? 'import.meta' : undefined;
      default:
        return undefined;
    }
  });
}

/** Where a file is asynchronous. One line each. */
export function asynchrony(file: SourceFile): string[] {
  return findings(file, (node) => {
    if (node.type === 'AwaitExpression' || node['await'] === true) return 'await';
    return node['async'] === true ? 'async' : undefined;
  });
}

/** Where a file makes code from text, which a strict content security policy forbids. One line each. */
export function codeFromText(file: SourceFile): string[] {
  return findings(file, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
    const callee = nameOf(childOf(node, 'callee'));
    return callee === 'eval' || callee === 'Function' ? callee : undefined;
  });
}

/** Default exports of a file, by declaration or by name. One line each. */
export function defaultExports(file: SourceFile): string[] {
  return findings(file, (node) => {
    if (node.type === 'ExportDefaultDeclaration') return 'export default';
    const asDefault = node.type === 'ExportSpecifier' && nameOf(childOf(node, 'exported')) === 'default';
    return asDefault ? 'export default' : undefined;
  });
}

/** Comments that switch a checker off. One line each. */
export function suppressions(file: SourceFile): string[] {
  return file.text.split('\n').flatMap((line, index) => {
    const match = /(?:oxlint|eslint)-disable|@ts-(?:ignore|nocheck|expect-error)|oxfmt-ignore/.exec(line);
    return match === null ? [] : [`${file.path}:${index + 1} ${match[0]}`];
  });
}

function findings(file: SourceFile, judge: (node: SyntaxNode) => string | undefined): string[] {
  return syntaxNodes(file).flatMap((node) => {
    const found = judge(node);
    return found === undefined ? [] : [`${placeOf(file, node)} ${found}`];
  });
}

function hostMember(node: SyntaxNode): string | undefined {
  const object = nameOf(childOf(node, 'object'));
  const property = nameOf(childOf(node, 'property')) ?? '';
  if (hostDependentMethods.test(property)) return property;
  if (object === undefined) return undefined;
  if (hostObjects.has(object)) return object;
  return hostMembers[object]?.has(property) === true ? `${object}.${property}` : undefined;
}

function hostCall(callee: string | undefined): string | undefined {
  if (callee === 'Date') return 'Date()';
  return callee !== undefined && hostFunctions.has(callee) ? callee : undefined;
}
