/** English texts of what is wrong with pay lines. */
export const payIssues = {
  'pay.gradeMissing': 'The grade {grade} has no coefficient.',
  'pay.missing': 'The pay line {line} is missing ({reason}).',
  'pay.poolNegative': 'A pool cannot be below zero.',
  'pay.roleRepeated': 'The role {id} has two shares.',
  'pay.shareNegative': 'A share cannot be below zero.',
  'pay.sharesAboveWhole': 'The shares of the pool add up to more than 100 percent.',
  'pay.sharesNotWhole': 'The shares of the parts must make exactly 100 percent.',
  'pay.tiersNotRising': 'Tiers rise from above zero: this one does not begin above the one before.',
};

/** English words of statements for pay. */
export const payWords = {
  pay: 'Pay',
  payTotal: 'Paid in all',
  payPaid: 'Released {share}: {paid} paid, {held} held back',
  payFloor: 'at least {limit}',
  payCap: 'at most {limit}',
  payRate: 'rate {rate} %',
  payTiers: '{figure} in the tiers {tiers}',
  payPool: 'part of the pool {sum}; {fund} stays in the fund',
  payPart: '{part}: {share} % of {base}',
};
