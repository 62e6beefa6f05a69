// The people of the demonstration bank: all names are invented.

import type { Role } from '../kernel/actor.ts'

export interface Colleague {
  /** `p-` and the account: visitors sign in as `clerk`, `handler`, `supervisor` and so on. */
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly posts: readonly (readonly [role: Role, unit: string])[]
  readonly manager: string | null
  /** People of the bank whose case this person may not handle, as declared. */
  readonly relatives: readonly string[]
  /** 0 approves nothing; 1 sub-branch, 2 branch, 3 head of department, 4 senior executive. */
  readonly approvalLevel: number
  /** Away from work around the first day of the demonstration, with the stand-in who inherits it. */
  readonly leave: { readonly daysBefore: number; readonly daysAfter: number; readonly standIn: string } | null
}

type More = Partial<Pick<Colleague, 'relatives' | 'approvalLevel' | 'leave'>>
type Row = readonly [id: string, zh: string, en: string, posts: string, manager: string | null, more?: More]

/** The accounts that the start prints, one for each role. */
export const visitors = [
  'clerk',
  'handler',
  'supervisor',
  'approver',
  'executive',
  'inspector',
  'archivist',
  'admin',
] as const

// `role@unit`, the first one is the main post and its unit the place of work.
const headOffice: readonly Row[] = [
  ['p-wei-chengyue', '韦承岳', 'Wei Chengyue', 'executive@HO', null, level(4)],
  ['p-executive', '顾怀舟', 'Gu Huaizhou', 'executive@HO', 'p-wei-chengyue', level(4)],
  ['p-lin-shuwen', '林疏雯', 'Lin Shuwen', 'supervisor@HO.XB supervisor@HO approver@HO.XB', 'p-executive', level(3)],
  ['p-he-lanting', '贺澜汀', 'He Lanting', 'approver@HO supervisor@HO.XB', 'p-lin-shuwen', level(3)],
  ['p-tao-yining', '陶一宁', 'Tao Yining', 'handler@HO.XB', 'p-lin-shuwen'],
  ['p-nie-wanqiu', '聂晚秋', 'Nie Wanqiu', 'handler@HO.XB', 'p-lin-shuwen'],
  ['p-sang-jiyuan', '桑既元', 'Sang Jiyuan', 'handler@HO.XB', 'p-lin-shuwen'],
  ['p-yu-banxia', '余半夏', 'Yu Banxia', 'clerk@HO.XB', 'p-lin-shuwen'],
  ['p-archivist', '迟墨', 'Chi Mo', 'archivist@HO', 'p-lin-shuwen'],
  ['p-qian-yuchu', '钱予初', 'Qian Yuchu', 'supervisor@HO.CS', 'p-executive'],
  ['p-pan-nanzhi', '潘楠枝', 'Pan Nanzhi', 'clerk@HO.CS', 'p-qian-yuchu'],
  ['p-dai-siyue', '戴思越', 'Dai Siyue', 'clerk@HO.CS', 'p-qian-yuchu'],
  ['p-shu-xiaoman', '舒小满', 'Shu Xiaoman', 'clerk@HO.CS', 'p-qian-yuchu'],
  ['p-jiao-yifan', '焦亦凡', 'Jiao Yifan', 'clerk@HO.CS', 'p-qian-yuchu'],
  ['p-xiang-dongli', '项冬黎', 'Xiang Dongli', 'supervisor@HO.CC approver@HO.CC', 'p-wei-chengyue', level(3)],
  ['p-kuang-jiahe', '邝嘉禾', 'Kuang Jiahe', 'approver@HO.CC', 'p-xiang-dongli', level(2)],
  ['p-mei-ruoshui', '梅若水', 'Mei Ruoshui', 'handler@HO.CC', 'p-xiang-dongli'],
  ['p-chu-tianyi', '褚天翊', 'Chu Tianyi', 'handler@HO.CC', 'p-xiang-dongli'],
  ['p-lu-qingzhu', '路青竹', 'Lu Qingzhu', 'handler@HO.CC', 'p-xiang-dongli'],
  ['p-bai-zhiwei', '柏知微', 'Bai Zhiwei', 'supervisor@HO.WM', 'p-wei-chengyue'],
  ['p-ji-haoran', '计皓然', 'Ji Haoran', 'handler@HO.WM', 'p-bai-zhiwei'],
  ['p-fei-muyang', '费牧阳', 'Fei Muyang', 'handler@HO.PL', 'p-wei-chengyue'],
  ['p-rao-jingxian', '饶静娴', 'Rao Jingxian', 'handler@HO.OP', 'p-wei-chengyue'],
  ['p-miao-zhengyan', '苗正言', 'Miao Zhengyan', 'approver@HO.LC', 'p-wei-chengyue', level(1)],
  ['p-hua-liancheng', '华连城', 'Hua Liancheng', 'clerk@HO.OF', 'p-wei-chengyue'],
  ['p-inspector', '穆观澜', 'Mu Guanlan', 'inspector@HO', 'p-wei-chengyue'],
  ['p-xi-wenbo', '席闻博', 'Xi Wenbo', 'inspector@HO', 'p-inspector'],
  ['p-admin', '赖拾七', 'Lai Shiqi', 'admin@HO', 'p-wei-chengyue'],
  ['p-tu-zhijian', '屠之简', 'Tu Zhijian', 'admin@HO', 'p-admin'],
]

const shanghai: readonly Row[] = [
  ['p-approver', '严白露', 'Yan Bailu', 'approver@HO.SH', 'p-executive', level(2)],
  ['p-supervisor', '岑昭', 'Cen Zhao', 'supervisor@HO.SH.XB supervisor@HO.SH', 'p-approver'],
  ['p-handler', '苏景和', 'Su Jinghe', 'handler@HO.SH.XB', 'p-supervisor'],
  ['p-guan-yuelin', '管悦霖', 'Guan Yuelin', 'handler@HO.SH.XB', 'p-supervisor'],
  [
    'p-ding-yunshu',
    '丁云舒',
    'Ding Yunshu',
    'handler@HO.SH.XB',
    'p-supervisor',
    { leave: { daysBefore: 18, daysAfter: 24, standIn: 'p-guan-yuelin' } },
  ],
  ['p-clerk', '沈若棠', 'Shen Ruotang', 'clerk@HO.SH.PD.BJ', 'p-bo-jianqiu'],
  ['p-bo-jianqiu', '薄见秋', 'Bo Jianqiu', 'clerk@HO.SH.PD', 'p-approver'],
  ['p-zhong-yilan', '仲依岚', 'Zhong Yilan', 'clerk@HO.SH.XH', 'p-approver'],
  ['p-qu-zimo', '瞿子墨', 'Qu Zimo', 'clerk@HO.SH.XH.WT', 'p-zhong-yilan'],
  ['p-ning-chuyun', '宁出云', 'Ning Chuyun', 'handler@HO.SH.PF', 'p-approver'],
]

const jiangsu: readonly Row[] = [
  ['p-wu-zhaolin', '邬兆霖', 'Wu Zhaolin', 'approver@HO.JS', 'p-executive', level(2)],
  ['p-ge-suxin', '葛素心', 'Ge Suxin', 'supervisor@HO.JS.XB supervisor@HO.JS', 'p-wu-zhaolin'],
  ['p-tang-yuejin', '汤越锦', 'Tang Yuejin', 'handler@HO.JS.XB', 'p-ge-suxin'],
  ['p-an-luoyi', '安洛漪', 'An Luoyi', 'handler@HO.JS.XB', 'p-ge-suxin', { relatives: ['p-an-shiming'] }],
  ['p-chai-yu', '柴煜', 'Chai Yu', 'clerk@HO.JS.NJ', 'p-wu-zhaolin'],
  ['p-an-shiming', '安世铭', 'An Shiming', 'clerk@HO.JS.NJ.LA', 'p-chai-yu', { relatives: ['p-an-luoyi'] }],
  ['p-min-caiwei', '闵采薇', 'Min Caiwei', 'clerk@HO.JS.SZ', 'p-wu-zhaolin'],
  ['p-gong-yiming', '龚一鸣', 'Gong Yiming', 'clerk@HO.JS.SZ.LW', 'p-min-caiwei'],
  ['p-jian-hanqing', '简汉卿', 'Jian Hanqing', 'handler@HO.JS.PF', 'p-wu-zhaolin'],
]

const guangdong: readonly Row[] = [
  ['p-ou-zhenlan', '区振岚', 'Ou Zhenlan', 'approver@HO.GD', 'p-executive', level(2)],
  ['p-mai-jiaxin', '麦嘉忻', 'Mai Jiaxin', 'supervisor@HO.GD.XB supervisor@HO.GD', 'p-ou-zhenlan'],
  ['p-liang-zhuosheng', '梁卓笙', 'Liang Zhuosheng', 'handler@HO.GD.XB', 'p-mai-jiaxin'],
  ['p-situ-man', '司徒曼', 'Situ Man', 'handler@HO.GD.XB', 'p-mai-jiaxin'],
  ['p-kong-weitao', '孔蔚涛', 'Kong Weitao', 'clerk@HO.GD.GZ', 'p-ou-zhenlan'],
  ['p-zhan-peilin', '詹佩琳', 'Zhan Peilin', 'clerk@HO.GD.GZ.MY', 'p-kong-weitao'],
  ['p-rong-jingyao', '容景曜', 'Rong Jingyao', 'clerk@HO.GD.FS', 'p-ou-zhenlan'],
  ['p-lao-xiaohui', '劳筱慧', 'Lao Xiaohui', 'clerk@HO.GD.FS.RS', 'p-rong-jingyao'],
  ['p-zhao-wenqi', '赵闻祺', 'Zhao Wenqi', 'handler@HO.GD.PF', 'p-ou-zhenlan'],
]

const sichuan: readonly Row[] = [
  ['p-xian-yuze', '鲜于泽', 'Xianyu Ze', 'approver@HO.SC', 'p-executive', level(2)],
  ['p-tan-qiushuang', '谭秋霜', 'Tan Qiushuang', 'supervisor@HO.SC.XB supervisor@HO.SC', 'p-xian-yuze'],
  ['p-yin-damu', '尹大牧', 'Yin Damu', 'handler@HO.SC.XB', 'p-tan-qiushuang'],
  ['p-leng-xinyue', '冷新月', 'Leng Xinyue', 'handler@HO.SC.XB', 'p-tan-qiushuang'],
  ['p-pu-yuanzhi', '蒲远志', 'Pu Yuanzhi', 'clerk@HO.SC.CD', 'p-xian-yuze'],
  ['p-zhuo-anran', '卓安然', 'Zhuo Anran', 'clerk@HO.SC.CD.FR', 'p-pu-yuanzhi'],
  ['p-jing-yichuan', '景一川', 'Jing Yichuan', 'clerk@HO.SC.MY', 'p-xian-yuze'],
  ['p-lou-jinyu', '娄锦瑜', 'Lou Jinyu', 'clerk@HO.SC.MY.QY', 'p-jing-yichuan'],
  ['p-ma-xueyao', '马雪遥', 'Ma Xueyao', 'handler@HO.SC.PF', 'p-xian-yuze'],
]

export const staff: readonly Colleague[] = [...headOffice, ...shanghai, ...jiangsu, ...guangdong, ...sichuan].map(
  colleagueOf,
)

function level(approvalLevel: number): More {
  return { approvalLevel }
}

function colleagueOf([id, zh, en, posts, manager, more]: Row): Colleague {
  const held = posts.split(' ').map(post => {
    const [role, unit = 'HO'] = post.split('@')
    return [role as Role, unit] as const
  })
  return {
    id,
    zh,
    en,
    unit: held[0]?.[1] ?? 'HO',
    posts: held,
    manager,
    relatives: [],
    approvalLevel: 0,
    leave: null,
    ...more,
  }
}
