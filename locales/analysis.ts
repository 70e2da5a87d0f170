/** What analysis finds in models that are allowed: decided over all cases, with an example. */
export const analysis = {
  en: {
    'target.neverReached': 'Nobody ever reached this target: {results} stored results.',
    'target.alwaysReached': 'Everybody always reached this target: {results} stored results.',
    'ranking.smallGroup':
      '{groups} of {all} groups have fewer than {smallest} people: they are graded by the bands.',
    'stage.withoutModel': 'No published model judges the people of the stage {stage} (cadence {cadence}).',
    'condition.neverTrue': 'This can never be true.',
    'condition.alwaysTrue': 'This is always true.',
    'rule.shadowed': 'The rule never counts: wherever it fires, {by} fired before it. Example: {example}.',
    'rule.unreachable':
      'The rule never counts: wherever it fires, one of the rules before it did. Example: {example}.',
    'rules.hole': 'Nothing covers this case, and there is no last resort: {example}.',
    'actions.contradictory':
      '{action} and {other} can be proposed at once, and contradict each other. Example: {example}.',
    'grade.notMonotone':
      'A better {fact} gives a worse grade: with {example} the grade is better than with {next}.',
    'weight.noEffect':
      'This weight never changes a grade: it moves the composite by {points} points at most.',
    'weights.satisfaction': 'Satisfaction weighs {share} %: from 80 % on it decides alone.',
    'pay.notMonotone': 'The pay line {line} pays less for more: from {from} on.',
    'pay.cliff':
      'A single step pays {jump} more: at {from} in the pay line {line}. More than {cliff} is called a cliff.',
  },
  zh: {
    'target.neverReached': '没有人达到过此目标：共 {results} 条已存结果。',
    'target.alwaysReached': '所有人始终达到此目标：共 {results} 条已存结果。',
    'ranking.smallGroup': '{all} 个组中有 {groups} 个少于 {smallest} 人：改按档位评级。',
    'stage.withoutModel': '业务阶段 {stage} 的人员没有已发布的考核方案（周期：{cadence}）。',
    'condition.neverTrue': '此条件永远不成立。',
    'condition.alwaysTrue': '此条件永远成立。',
    'rule.shadowed': '该规则永远不起作用：凡是它触发时，{by} 已先触发。例如：{example}。',
    'rule.unreachable': '该规则永远不起作用：凡是它触发时，前面总有一条规则已触发。例如：{example}。',
    'rules.hole': '没有任何情形涵盖此例，也没有兜底值：{example}。',
    'actions.contradictory': '{action} 与 {other} 会同时提出且相互矛盾。例如：{example}。',
    'grade.notMonotone': '{fact} 变好，等级反而变差：{example} 时的等级好于 {next} 时。',
    'weight.noEffect': '该权重永远不会改变等级：最多只影响综合得分 {points} 分。',
    'weights.satisfaction': '满意度权重达 {share} %：达到 80 % 即由其一项决定。',
    'pay.notMonotone': '薪酬项 {line} 出现多劳少得：自 {from} 起。',
    'pay.cliff': '薪酬项 {line} 在 {from} 处一步之差多付 {jump}。超过 {cliff} 即为断崖。',
  },
};
