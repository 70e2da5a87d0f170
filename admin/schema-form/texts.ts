import { defineTexts } from '../texts/texts.ts';

export const texts = defineTexts(
  {
    kind: 'Kind',
    inChinese: '{name} (中文)',
    inEnglish: '{name} (English)',
    with: 'Add: {name}',
    without: 'Take out: {name}',
    add: 'Add one',
    item: 'No. {number}',
    up: 'Move no. {number} up',
    remove: 'Remove no. {number}',
  },
  {
    kind: '方式',
    inChinese: '{name}（中文）',
    inEnglish: '{name}（English）',
    with: '添加：{name}',
    without: '去掉：{name}',
    add: '添加一项',
    item: '第 {number} 项',
    up: '第 {number} 项上移',
    remove: '删除第 {number} 项',
  },
);
