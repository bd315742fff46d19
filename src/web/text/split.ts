import { figure } from './vocabulary';

/** Words of the split of a posting's hours. */
export const SPLIT_TEXT = {
  title: '拆成几段更容易招到',
  lead: (people: number) =>
    `现在这些班要一个人全包，附近愿意找活的人里还没有谁的时间够。拆成下面几段、任选一段就能来，有 ${people} 人能干。`,
  uncut: (people: number) =>
    `现在这些班要一个人全包，附近愿意找活的人里还没有谁的时间够。钟点不用改，改成几个人分着来，有 ${people} 人能干。`,
  people: (people: number) => (people === 0 ? '眼下没人' : `${people} 人能来`),
  covered: (covered: number, needed: number) =>
    `一共 ${figure(needed / 60)} 小时，有人能来的 ${figure(covered / 60)} 小时。`,
  edit: '照这样改',
  editHint: '只是先填好，存之前都能改。人数也按段数加了。',
  prefilled: '班次已经照拆好的填上，还没有存。看一看再存。',
};
