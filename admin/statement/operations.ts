import { defineTexts } from '../texts/texts.ts';

/** What the operations of a receipt are called. */
export const operations = defineTexts(
  {
    given: 'given',
    add: 'plus',
    sub: 'minus',
    mul: 'times',
    div: 'divided by',
    min: 'the smallest of',
    max: 'the largest of',
    round: 'rounded to places',
    less: 'is less than',
    equal: 'is equal to',
    missing: 'is missing',
    and: 'and',
    or: 'or',
    not: 'not',
    choose: 'if, then, else',
  },
  {
    given: '给定',
    add: '加',
    sub: '减',
    mul: '乘',
    div: '除以',
    min: '取最小',
    max: '取最大',
    round: '舍入到位数',
    less: '是否小于',
    equal: '是否等于',
    missing: '是否缺失',
    and: '且',
    or: '或',
    not: '非',
    choose: '如果、则、否则',
  },
);
