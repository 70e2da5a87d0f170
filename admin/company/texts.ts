import { defineTexts } from '../texts/texts.ts';

export const texts = defineTexts(
  {
    title: 'Company',
    intro:
      'What holds for every model: time zone and stages, the groups whose rates impact reports put side by side, and when models are to be reviewed.',
    reason: 'Why, for the log',
    save: 'Save',
    saved: 'Saved.',
    notThere: 'The settings could not be read.',
  },
  {
    title: '公司设置',
    intro: '对所有考核方案生效：时区与业务阶段、影响报告中并列比较的群体，以及方案的复审周期。',
    reason: '原因（记入日志）',
    save: '保存',
    saved: '已保存。',
    notThere: '无法读取设置。',
  },
);
