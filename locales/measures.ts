/** Texts of what is wrong with measures, in both languages. */
export const measures = {
  en: {
    'measure.aboutOthers':
      'The measure {measure} is not about those who are judged; only measures can be made from it.',
    'measure.aboutWrong': 'The measure {measure} is about others than this needs.',
    'measure.columnType': 'The column {column} is of type {type}; this needs {wanted}.',
    'measure.everyLonger': 'A model judged by {cadence} cannot look at periods of the kind {every}.',
    'measure.givenHasNoRecords':
      'This measure is not made from records itself: window, smallest and computed mean nothing for it.',
    'measure.noSeed': 'A sample needs a seed to be drawn by.',
    'measure.notMadeFrom': 'A measure of the kind {kind} cannot be made from {measure}.',
    'measure.notOfTeam': 'Only a team has members.',
    'measure.notThisRun': 'Only a team’s model takes results of the run that is made, those of its members.',
    'measure.raterGroupRepeated': 'The group of raters {id} is there twice.',
    'measure.sampleBelowSmallest': 'The sample is smaller than the smallest group.',
    'measure.unknownColumn': 'The dataset {dataset} has no column {column}.',
    'measure.unknownDataset': 'There is no dataset {dataset}.',
  },
  zh: {
    'measure.aboutOthers': '度量 {measure} 说的不是考核对象本身，只能用来计算其他度量。',
    'measure.aboutWrong': '度量 {measure} 的对象与此处所需不符。',
    'measure.columnType': '列 {column} 的类型是 {type}，此处需要 {wanted}。',
    'measure.everyLonger': '考核周期为 {cadence} 的方案不能取 {every} 类型的周期。',
    'measure.givenHasNoRecords': '该度量不直接来自记录，不能设置时间窗口、最少记录数和计算列。',
    'measure.noSeed': '抽样需要随机种子。',
    'measure.notMadeFrom': '{kind} 类型的度量不能由 {measure} 计算。',
    'measure.notOfTeam': '只有团队才有成员。',
    'measure.notThisRun': '只有团队方案才能取本批次的结果，即其成员的结果。',
    'measure.raterGroupRepeated': '评价者类别 {id} 重复。',
    'measure.sampleBelowSmallest': '抽样数小于最少评价数。',
    'measure.unknownColumn': '数据集 {dataset} 没有列 {column}。',
    'measure.unknownDataset': '没有数据集 {dataset}。',
  },
};
