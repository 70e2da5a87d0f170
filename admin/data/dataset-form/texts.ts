import { defineTexts } from '../../texts/texts.ts';

export const texts = defineTexts(
  {
    newDataset: 'New dataset',
    changeDataset: 'Change columns',
    reason: 'Why, for the log',
    save: 'Save',
    cancel: 'Cancel',
  },
  {
    newDataset: '新建数据表',
    changeDataset: '修改列',
    reason: '原因（记入日志）',
    save: '保存',
    cancel: '取消',
  },
);
