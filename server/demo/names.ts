import type { Draw } from './random.ts';

const surnames = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
);
const first = Array.from('子雨欣思佳晓文志俊嘉明海立建春梓一泽雅若静浩天宇博丽');
const second = Array.from('涵怡轩琪悦宁杰峰玲萍辉强伟敏婷凯鑫磊洁燕勇涛');

/** A Chinese personal name that is not taken yet; it becomes taken. */
export function personName(draw: Draw, taken: Set<string>): string {
  let name: string;
  do {
    name = draw.pick(surnames) + (draw.chance(0.8) ? draw.pick(first) : '') + draw.pick(second);
  } while (taken.has(name));
  taken.add(name);
  return name;
}

const brands = [
  '华盛 启航 恒远 瑞丰 中拓 新锐 博雅 鼎信 海川 天成 金桥 蓝图 远景 卓越 宏达 安泰 东方 嘉禾 盛世 云帆 同创',
  '德润 万象 星河 联合 广源 智汇 泰和 长青 凌云 锦程 汇通 正阳 百川 创想 优品 润泽 众诚 立新 国瑞 青禾',
].flatMap((line) => line.split(' '));
const fields = [
  '电子 机械 医疗 食品 物流 软件 能源 建材 纺织 化工 教育 传媒',
  '汽配 包装 农业 环保 家居 仪器 通信 印刷 金属 光电 生物',
].flatMap((line) => line.split(' '));
const forms = [
  '科技有限公司 股份有限公司 (集团)有限公司 实业有限公司',
  '贸易有限公司 有限责任公司 技术有限公司 发展有限公司',
].flatMap((line) => line.split(' '));

/** The name of the company's n-th customer; n counts from 0, and no two below 7000 are alike. */
export function customerName(n: number): string {
  // The numbers of brands and fields have no common factor: one customer after another, both change.
  const form = Math.floor(n / (brands.length * fields.length)) % forms.length;
  return `${brands[n % brands.length]!}${fields[n % fields.length]!}${forms[form]!}`;
}
