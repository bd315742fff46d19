/** What was done with somebody's data, in plain words. */
const ACCESS_TEXT: Readonly<Record<string, string>> = {
  'candidate.create': '建立了资料',
  'candidate.read': '看了资料：称呼、住处、空闲时间；同意了打电话的，也看得到电话',
  'candidate.edit': '改了资料或者同意的事',
  'candidate.export': '导出了全部资料',
  'candidate.shown': '看了称呼、空闲时间和想干的活，电话是遮住的',
  'candidate.phone': '看了电话号码',
  'candidate.matched': '按资料找了一遍合适的活',
  'candidate.messaged': '往电话上发了消息',
  'candidate.share': '同意一家用工方看电话',
  'candidate.unshare': '不再让一家用工方看电话',
  'candidate.lock': '删掉了资料，法律要求留的记录锁了起来',
  'candidate.erase': '删掉了资料',
  'walk_in.create': '登记了这次来访',
  'walk_in.read': '看了这次来访：说的话、从哪儿出发、空闲时间；同意了打电话的，也看得到电话',
  'walk_in.edit': '改了这次来访的登记',
  'walk_in.merge': '把同一个人的两次来访并成一条',
  'walk_in.shortlist': '存了备选名单',
  'walk_in.withdraw': '撤回了一项同意',
};

/** The same of a profile and of a visit, where a visit has no words of its own. */
const ofProfile = (action: string) => action.replace(/^walk_in\./, 'candidate.');

/** A line of the access log. */
export const accessText = (action: string): string =>
  ACCESS_TEXT[action] ?? ACCESS_TEXT[ofProfile(action)] ?? action;

/** Who looked. */
export const WHO_TEXT: Readonly<Record<string, string>> = {
  self: '您自己',
  staff: '驿站工作人员',
  admin: '驿站管理员',
  employer: '用工方',
  service: '驿站的自助机或导入程序',
  system: '驿站的程序',
  gone: '已经注销的账号',
};

const WHY: Readonly<Record<string, string>> = {
  'candidate.read': '给您找活、办事',
  'candidate.edit': '照您说的改',
  'candidate.create': '您同意驿站用资料找活',
  'candidate.shown': '您报了名，或者您的时间正合适他家的岗位',
  'candidate.matched': '给您找活',
  'candidate.messaged': '有合您时间的急招，您同意驿站联系您',
  'candidate.share': '您当面或者在屏幕上同意的',
  'candidate.unshare': '您要求的',
  'candidate.export': '您有权要一份自己的资料',
  'candidate.lock': '法律要求，或者太久没有用',
  'candidate.erase': '您要求的，或者到了该删的日子',
  'walk_in.shortlist': '给您找活',
  'walk_in.merge': '免得记两遍',
  'walk_in.withdraw': '您要求的',
};

/** Why somebody could do it: one's own doings need no reason. */
export function whyText(action: string, who: string): string | null {
  if (who === 'self') return null;
  if (ofProfile(action) === 'candidate.phone') {
    return who === 'employer' ? '您同意过把电话给这一家' : '您同意过驿站打电话，或者把电话给这一家';
  }
  return WHY[action] ?? WHY[ofProfile(action)] ?? null;
}
