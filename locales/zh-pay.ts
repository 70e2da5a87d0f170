/** Chinese texts of what is wrong with pay lines. */
export const payIssues = {
  'pay.gradeMissing': '等级 {grade} 没有系数。',
  'pay.missing': '薪酬项 {line} 缺失（{reason}）。',
  'pay.poolNegative': '奖金池不能低于零。',
  'pay.roleRepeated': '岗位 {id} 有两个份额。',
  'pay.shareNegative': '份额不能低于零。',
  'pay.sharesAboveWhole': '奖金池各份额之和超过 100%。',
  'pay.sharesNotWhole': '各部分份额之和必须正好为 100%。',
  'pay.tiersNotRising': '各档须从零以上依次升高：此档没有高于前一档。',
};

/** Chinese words of statements for pay. */
export const payWords = {
  pay: '薪酬',
  payTotal: '合计发放',
  payPaid: '释放比例 {share}：发放 {paid}，暂留 {held}',
  payFloor: '不低于 {limit}',
  payCap: '不高于 {limit}',
  payRate: '比例 {rate}%',
  payTiers: '{figure} 按分档 {tiers}',
  payPool: '奖金池 {sum} 中的份额；{fund} 留作基金',
  payPart: '{part}：{base} 的 {share}%',
};
