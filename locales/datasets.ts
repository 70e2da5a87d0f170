/** Texts of what HR defines: datasets, the company, drafts, comparisons. */
export const datasets = {
  en: {
    issues: {
      'model.pilotTeams': 'No team of the stage {stage} is called {teams}.',
      'model.pilotNobody': 'No team is in the stage {stage}: there is nobody to draw from.',
      'comparison.movedOn':
        'Data or versions have moved on since this comparison was made: make it anew to see the statements.',
      'model.unreadText': 'The draft holds JSON that is no model yet: take it over or throw it away first.',
      'company.unknownColumn': 'There is no column {column} in a dataset {dataset}.',
      'dataset.sensitivityKept':
        'Who may not see {columns} cannot say who may: the sensitivity of a column is changed by somebody who sees it.',
      'dataset.keyFixed':
        'The columns by which a record is known again cannot change while there are records.',
      'dataset.placementFixed': 'What the records place cannot change while there are records.',
      'dataset.newRequired':
        'The column {column} is new: the records that are there do not have it, so it cannot be required.',
      'dataset.typeFixed':
        'The type of {column} cannot change while there are records; add a column of the other type.',
      'dataset.placesFewer':
        '{column} may have more decimal places than before, not fewer: records have them.',
      'dataset.choiceKept': '{column}: the choice {choice} must stay while there are records.',
      'dataset.columnKept': 'The column {column} must stay while there are records.',
      'dataset.idTaken': 'There is a dataset {id} already.',
      'dataset.idFixed': 'The id of a dataset does not change.',
    },
  },
  zh: {
    issues: {
      'model.pilotTeams': '业务阶段 {stage} 中没有团队 {teams}。',
      'model.pilotNobody': '业务阶段 {stage} 中没有团队，无法抽取。',
      'comparison.movedOn': '数据或版本在对比之后已变化：请重新对比后再查看绩效单。',
      'model.unreadText': '草稿中有尚不是方案的 JSON：请先采用或放弃。',
      'company.unknownColumn': '数据表 {dataset} 中没有列 {column}。',
      'dataset.sensitivityKept': '无权查看 {columns} 的人不能更改其保密类别：须由有权查看者更改。',
      'dataset.keyFixed': '已有记录，识别同一记录的列不能更改。',
      'dataset.placementFixed': '已有记录，记录所安排的归属不能更改。',
      'dataset.newRequired': '列 {column} 是新增的：已有记录没有该列，因此不能设为必填。',
      'dataset.typeFixed': '已有记录，列 {column} 的类型不能更改；请新增另一类型的列。',
      'dataset.placesFewer': '列 {column} 的小数位数只能增加，不能减少：已有记录使用了这些位数。',
      'dataset.choiceKept': '列 {column}：已有记录，可选值 {choice} 必须保留。',
      'dataset.columnKept': '已有记录，列 {column} 必须保留。',
      'dataset.idTaken': '数据表 {id} 已存在。',
      'dataset.idFixed': '数据表的标识不能更改。',
    },
  },
} as const;
