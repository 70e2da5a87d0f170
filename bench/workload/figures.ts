/** A figure of the workload: where it lies, and whether the able have more of it (1), less (-1), or neither (0). */
export interface FigureSpec {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly low: number;
  readonly high: number;
  readonly ability: -1 | 0 | 1;
}

/** 24 figures, two decimals each. */
export const figureSpecs: readonly FigureSpec[] = [
  { id: 'sales_actual', zh: '实际销售额', en: 'Actual sales', low: 40_000, high: 180_000, ability: 1 },
  { id: 'sales_target', zh: '目标销售额', en: 'Sales target', low: 80_000, high: 130_000, ability: 0 },
  { id: 'sales_before', zh: '上期销售额', en: 'Sales before', low: 50_000, high: 120_000, ability: 0 },
  { id: 'gross_profit', zh: '毛利', en: 'Gross profit', low: 15_000, high: 60_000, ability: 1 },
  { id: 'discounts', zh: '折扣', en: 'Discounts', low: 0, high: 12_000, ability: -1 },
  { id: 'returns', zh: '退货', en: 'Returns', low: 0, high: 9_000, ability: -1 },
  { id: 'new_customers', zh: '新客户', en: 'New customers', low: 0, high: 40, ability: 1 },
  { id: 'new_customer_target', zh: '新客户目标', en: 'New customer target', low: 10, high: 30, ability: 0 },
  { id: 'lost_customers', zh: '流失客户', en: 'Lost customers', low: 0, high: 25, ability: -1 },
  { id: 'customers', zh: '客户', en: 'Customers', low: 50, high: 250, ability: 0 },
  { id: 'visits', zh: '拜访', en: 'Visits', low: 10, high: 120, ability: 1 },
  { id: 'calls', zh: '电话', en: 'Calls', low: 20, high: 200, ability: 1 },
  { id: 'visit_target', zh: '拜访目标', en: 'Visit target', low: 80, high: 140, ability: 0 },
  { id: 'survey_score', zh: '客户满意度', en: 'Customer survey', low: 55, high: 100, ability: 1 },
  { id: 'mystery_score', zh: '神秘客户评分', en: 'Mystery shopping', low: 50, high: 100, ability: 1 },
  { id: 'service_score', zh: '服务评分', en: 'Service score', low: 60, high: 100, ability: 1 },
  { id: 'complaints', zh: '投诉', en: 'Complaints', low: 0, high: 16, ability: -1 },
  { id: 'orders', zh: '订单', en: 'Orders', low: 40, high: 300, ability: 0 },
  { id: 'forecast', zh: '预测销售额', en: 'Forecast', low: 60_000, high: 170_000, ability: 1 },
  { id: 'overdue', zh: '逾期应收款', en: 'Overdue receivables', low: 0, high: 60_000, ability: -1 },
  { id: 'receivables', zh: '应收款', en: 'Receivables', low: 60_000, high: 150_000, ability: 0 },
  { id: 'training_hours', zh: '培训学时', en: 'Training hours', low: 0, high: 60, ability: 1 },
  { id: 'coaching_hours', zh: '辅导学时', en: 'Coaching hours', low: 0, high: 20, ability: 1 },
  { id: 'pipeline', zh: '商机金额', en: 'Pipeline', low: 20_000, high: 400_000, ability: 1 },
];

export const stages = ['exploration', 'expansion', 'mature', 'renewal'] as const;
export const roles = ['junior', 'senior', 'manager', 'director'] as const;
