import type { DraftQuestion } from '../../jobs';

/** What a shopkeeper is asked when their sentence did not say it. */
const QUESTIONS: Readonly<Record<DraftQuestion['about'], string>> = {
  what: '招什么人，干什么活？',
  one_kind: '听着是两样活。一条岗位写一样，另一样请再写一条。',
  who: '是哪家店（哪个单位、哪一家）？',
  where: '在哪儿干活？写到门牌最好。',
  pin: '这个地方在地图上哪一点？',
  how_many: '到底要几个人？',
  start: '几点开始？',
  end: '干到几点？',
  when: '从几点到几点？',
  days: '哪几天？',
  rest_days: '哪几天休息？',
  rotation: '怎么轮？哪几天上班，或者哪一周上哪个班？',
  choice: '几个班是挑一个上，还是轮着都要上？现在按“至少上一个”写的。',
  am_pm: '是上午还是晚上？',
  date: '是今天，还是下个星期的这一天？',
  weekly: '只这一回，还是每个星期都要？',
  every_day: '是每天都要，还是只要哪几天？现在按每天写的。',
  pay_amount: '工钱多少？',
  pay_unit: '这个钱数是一小时、一天，还是干完一回的？',
  pay_each: '几个人一起干：这个钱是每人都有，还是大伙儿一共的？',
  pay_settlement: '工钱怎么结：日结、周结，还是干完结？',
  pay_hours: '这份工钱大约要干几个小时？',
};

/** A question about a draft, short and polite. */
export function draftQuestionText(about: DraftQuestion['about']): string {
  return QUESTIONS[about];
}

/** Words of the field in which a shopkeeper says it in one sentence. */
export const SPOKEN_TEXT = {
  label: '一句话说清要什么人',
  hint: '怎么说就怎么写，例如：明天中午缺个洗碗的，11点到2点，25块一小时，日结，管饭',
  read: '帮我填好下面',
  filled: '照您说的填在下面了，看一遍，不对的改过来。',
  nothing: '这句话里没听出要什么人，请把下面的格子填一填。',
  asked: '还差这些：',
};
