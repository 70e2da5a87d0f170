/** Words of the way to a better grade. */
export const ways = {
  en: {
    singles: 'One figure alone gives a better grade:',
    pairs: 'Two together do, each by at most {budget} %:',
    margins: 'What holds the grade:',
    change: '{measure} {from} → {to} ({percent} %)',
    changeFromZero: '{measure} {from} → {to}',
    step: '{changes}: composite {composite}, grade {grade}',
    noStep: 'none',
    mayFall: '{measure} {figure} may fall by {room} to {keeps}; at {loses} the grade is {grade}',
    mayRise: '{measure} {figure} may rise by {room} to {keeps}; at {loses} the grade is {grade}',
    noMargin: 'no figure alone can lose it',
    noWays: 'No way to show: there is no grade, or the figures of others decide it too.',
  },
  zh: {
    singles: '只改一项数据即可升级：',
    pairs: '两项同时改进，每项不超过 {budget} %：',
    margins: '守住当前等级的余地：',
    change: '{measure} {from} → {to}（{percent} %）',
    changeFromZero: '{measure} {from} → {to}',
    step: '{changes}：综合得分 {composite}，等级 {grade}',
    noStep: '无',
    mayFall: '{measure} {figure} 最多可降 {room}，降到 {keeps}；到 {loses} 时等级为 {grade}',
    mayRise: '{measure} {figure} 最多可升 {room}，升到 {keeps}；到 {loses} 时等级为 {grade}',
    noMargin: '任何一项单独变化都不会降级',
    noWays: '无法给出路径：没有等级，或等级也取决于他人的数据。',
  },
};
