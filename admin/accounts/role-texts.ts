import { defineTexts } from '../texts/texts.ts';

/** What somebody with a role may do, in a sentence or two. */
export const roleTexts = defineTexts(
  {
    admin: 'Keeps accounts and the company’s settings, reads the log. Sees no results.',
    hr: 'Everything about judging: loads data, writes and publishes models, runs periods and locks them. Sees pay and survey texts.',
    salesOps: 'Loads data, drafts models and starts runs. Does not publish or lock; does not see pay.',
    director:
      'Reads data, models, results and the log; publishes models, starts and locks runs. Changes no data.',
    manager: 'Reads the results and statements of the teams chosen, and the published models.',
    seller: 'Reads their own results and statement, and the published models.',
    representative: 'Reads what is in force, reads and comments drafts put up for hearing.',
    auditor: 'Reads everything, also accounts and the log, and verifies runs. Changes nothing.',
  },
  {
    admin: '管理账号和公司设置，查看日志。看不到考核结果。',
    hr: '负责考核的一切：导入数据、编写和发布方案、运行并锁定批次。可查看薪酬和问卷原文。',
    salesOps: '导入数据、起草方案、运行批次。不能发布和锁定，看不到薪酬。',
    director: '查看数据、方案、结果和日志，发布方案，运行并锁定批次。不能修改数据。',
    manager: '查看所选团队的结果和绩效单，以及已发布的方案。',
    seller: '查看自己的结果和绩效单，以及已发布的方案。',
    representative: '查看生效的方案，查看并评论征求意见的草案。',
    auditor: '查看全部内容，包括账号和日志，并可复核批次。不能更改任何内容。',
  },
);
