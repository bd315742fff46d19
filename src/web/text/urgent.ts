import { SHANGHAI_OFFSET_MS } from '../../kernel/clock';
import { dateText } from './jobs';

/** How an instant is said to somebody who must be there: the day and the clock. */
export function momentText(ms: number): string {
  const local = new Date(ms + SHANGHAI_OFFSET_MS).toISOString();
  return `${dateText(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** The message to somebody who could take a job now. */
export const offerNotice = (o: {
  title: string;
  business: string;
  address: string;
  moment: string;
}): string =>
  `【零工驿站】${o.business}急招“${o.title}”，${o.moment} 前到岗，地点：${o.address}。能去请登录驿站网页，在“我的”里点“接”；不去点“不接”。先接先得，不收任何费用。`;

/** The message to those who have not answered when the place is gone. */
export const goneNotice = (o: { title: string; business: string }): string =>
  `【零工驿站】${o.business}的“${o.title}”这次不用再回话了，名额已满或已取消。有新的活再通知您。`;

/** Words of the block about urgent filling on a posting's page. */
export const URGENT_TEXT = {
  title: '急招',
  lead: '今天、明天就要人？驿站马上问附近那个时间有空、愿意接通知的人：每 5 分钟问一批，等得最久的先问，先接先得。',
  start: '开始急招',
  again: '再急招一次',
  running: '正在急招',
  asked: (asked: number, wave: number) => `已问 ${asked} 人（第 ${wave} 批）`,
  answers: (accepted: number, declined: number, waiting: number) =>
    `接了 ${accepted} 人，不接 ${declined} 人，还没回话 ${waiting} 人`,
  places: (places: number) => `还缺 ${places} 人`,
  next: (moment: string) => `下一批：${moment}`,
  begins: (moment: string) => `最晚 ${moment} 前要到岗`,
  ended: {
    filled: '人招齐了。',
    closed: '岗位已经下架，不再问了。',
    nobody: '合适的人都问过了。',
    begun: '到点了，不再问了。',
  },
};

/** Words of the block about offers on a seeker's page. */
export const OFFER_TEXT = {
  title: '急招：问您去不去',
  hint: '先接先得。不接也没关系，不影响以后。',
  before: (moment: string) => `${moment} 前要到`,
  accept: '接',
  decline: '不接',
};
