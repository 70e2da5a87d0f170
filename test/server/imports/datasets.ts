import type { Dataset } from '../../../schemas/index.ts';

/** Deals, with a column of every type. */
export const salesDataset: Dataset = {
  format: 'meritscale/dataset/1',
  id: 'deals',
  name: { zh: '订单', en: 'Deals' },
  key: ['id'],
  columns: [
    { id: 'id', name: { zh: '单号', en: 'Deal no.' }, required: true, type: 'text', maxLength: 40 },
    {
      id: 'seller',
      name: { zh: '销售', en: 'Seller' },
      headers: ['销售员'],
      required: false,
      type: 'person',
    },
    { id: 'count', name: { zh: '数量', en: 'Count' }, required: false, type: 'integer', min: 0 },
    {
      id: 'status',
      name: { zh: '状态', en: 'Status' },
      required: false,
      type: 'choice',
      choices: [{ value: 'won', aliases: ['赢单', 'Won!'] }, { value: 'lost' }, { value: 'open' }],
    },
    {
      id: 'closed_on',
      name: { zh: '日期', en: 'Closed on' },
      required: false,
      type: 'date',
      pattern: 'YYYY/M/D',
    },
    {
      id: 'amount',
      name: { zh: '金额', en: 'Amount' },
      required: false,
      type: 'decimal',
      places: 2,
      min: '-1000000',
      max: 1_000_000_000,
      thousands: true,
    },
    { id: 'answered', name: { zh: '回复于', en: 'Answered at' }, required: false, type: 'instant' },
    { id: 'note', name: { zh: '备注', en: 'Note' }, required: false, type: 'text', maxLength: 200 },
  ],
};

/** Who is in which team since when. */
export const rosterDataset: Dataset = {
  format: 'meritscale/dataset/1',
  id: 'roster',
  name: { zh: '花名册', en: 'Roster' },
  key: ['seller', 'since'],
  columns: [
    { id: 'seller', name: { zh: '工号', en: 'Staff no.' }, required: true, type: 'person' },
    { id: 'name', name: { zh: '姓名', en: 'Name' }, required: false, type: 'text' },
    { id: 'team', name: { zh: '团队', en: 'Team' }, required: true, type: 'text' },
    { id: 'role', name: { zh: '角色', en: 'Role' }, required: false, type: 'text' },
    { id: 'since', name: { zh: '自', en: 'Since' }, required: true, type: 'date' },
    { id: 'coach', name: { zh: '教练', en: 'Coach' }, required: false, type: 'person' },
  ],
  placement: {
    kind: 'peopleInTeams',
    person: 'seller',
    team: 'team',
    role: 'role',
    personName: 'name',
    from: 'since',
  },
};
