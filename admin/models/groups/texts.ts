import { defineTexts } from '../../texts/texts.ts';

export const texts = defineTexts(
  {
    title: 'Names, groups, decimal places',
    modelZh: 'Chinese name of the model',
    modelEn: 'English name of the model',
    places: 'Decimal places of the composite',
    placesDefault: '2 (as usual)',
    groupZh: '{group}: Chinese name',
    groupEn: '{group}: English name',
    parent: '{group}: part of',
    noParent: 'no other group',
    remove: 'Remove the group {group}',
    removeShort: 'Remove',
    inUse: 'A group that holds metrics or groups cannot be removed.',
    add: 'Add a group',
  },
  {
    title: '名称、维度与小数位数',
    modelZh: '方案中文名称',
    modelEn: '方案英文名称',
    places: '综合得分的小数位数',
    placesDefault: '2（默认）',
    groupZh: '{group}：中文名称',
    groupEn: '{group}：英文名称',
    parent: '{group}：上级维度',
    noParent: '无',
    remove: '删除维度“{group}”',
    removeShort: '删除',
    inUse: '维度下仍有指标或下级维度时不能删除。',
    add: '添加维度',
  },
);
