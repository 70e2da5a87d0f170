import { defineTexts } from '../../texts/texts.ts';

export const texts = defineTexts(
  {
    between: 'Not taken over: it must lie above {after} and below {before}.',
    above: 'Not taken over: it must lie above {after}.',
    below: 'Not taken over: it must lie below {before}.',
    grades: 'What the grades are called',
    nameZh: '{grade}: Chinese name',
    nameEn: '{grade}: English name',
    addBelow: 'Add a grade below {grade}',
    addShort: 'Add one below',
    remove: 'Remove {grade}',
    removeShort: 'Remove',
  },
  {
    between: '未采用：须大于 {after} 且小于 {before}。',
    above: '未采用：须大于 {after}。',
    below: '未采用：须小于 {before}。',
    grades: '等级名称',
    nameZh: '{grade}：中文名称',
    nameEn: '{grade}：英文名称',
    addBelow: '在“{grade}”之下添加等级',
    addShort: '在下方添加',
    remove: '删除“{grade}”',
    removeShort: '删除',
  },
);
