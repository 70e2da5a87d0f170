import { whole } from '../support/random.ts';
import type { Random } from '../support/random.ts';

/** Names that programs trip over: words of the host language, words that begin like ours, other scripts. */
const ids = [
  'actual_sales',
  '销售额',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'isPrototypeOf',
  'prototype',
  'target2',
  'minimum',
  'max_sales',
  'min1',
  '回款率',
  '客户满意度',
  'nps',
  'x',
  'É',
  'a_',
  'e5',
  'length',
  'then',
  'value',
  'score',
  'name',
  'ａ１',
  '𠮷',
  'all',
  'not',
  'in',
  'null',
  'true',
  'NaN',
  'Infinity',
  'weight',
  '达成率',
  'visits',
  'complaints',
  'referrals',
  'π',
  'données',
];

export const stages = ['expansion', 'mature', '维护期', 'constructor'];
export const teams = ['north', '华东一队', 'toString', '7'];
export const roles = ['sales', '主管', 'valueOf'];

/** All ids in a random order, each once. */
export function shuffledIds(random: Random): string[] {
  const shuffled = [...ids];
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = whole(random, 0, i);
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  return shuffled;
}
