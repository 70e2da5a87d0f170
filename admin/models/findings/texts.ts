import { defineTexts } from '../../texts/texts.ts';

export const texts = defineTexts(
  {
    errors: '{count} to be put right before this can be published. Each leads to its field.',
    warnings: 'Worth a look: {count}.',
    notDecimal: 'Write a number such as 12 or 12.5: digits with a point, nothing else.',
    notDecimalShort: 'No number such as 12.5',
    finding: '{place}: {text}',
    inJson: 'In the JSON',
    inJsonOf: 'In the JSON: {text}',
  },
  {
    errors: '发布前需解决 {count} 个问题，点击可定位到相应字段。',
    warnings: '建议查看：{count} 项。',
    notDecimal: '请填写数字，如 12 或 12.5：只用数字和小数点。',
    notDecimalShort: '请填写数字，如 12.5',
    finding: '{place}：{text}',
    inJson: '在 JSON 中查看',
    inJsonOf: '在 JSON 中查看：{text}',
  },
);
