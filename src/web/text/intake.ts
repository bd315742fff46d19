import type { Channel, Purpose } from '../../candidates';

/** Words of the intake form. */
export const INTAKE_TEXT = {
  title: '来访登记',
  editTitle: '改登记',
  name: '怎么称呼',
  phone: '电话（可不留）',
  phoneKept: '电话不改就空着',
  text: '本人怎么说',
  textHint: '照原话记，例如：想找洗碗的活，日结，管饭最好',
  from: '从哪儿出发',
  point: '用坐标（填在下面）',
  coordinates: '用坐标',
  lat: '纬度',
  lng: '经度',
  datum: '坐标来源',
  mode: '怎么去',
  minutes: '路上最多',
  minutesOption: (minutes: number) => `${minutes} 分钟`,
  hours: '什么时候有空',
  hoursMax: '每周最多干',
  hoursUnit: '小时',
  occupations: '想干什么',
  occupationsHint: '可写几样，用顿号隔开：洗碗、保洁',
  consent: '本人同意',
  purposes: {
    matching: '介绍活',
    contact: '驿站打电话联系',
    follow_up: '以后回访',
  } satisfies Record<Purpose, string>,
  channel: '怎么同意的',
  channels: { spoken: '口头说的', paper: '纸上签字', screen: '本人在屏幕上点' } satisfies Record<
    Channel,
    string
  >,
  witness: '谁听见的',
  keys: 'Alt＋W 直接到“想干什么”，回车就找',
  submit: '找合适的活',
  submitEdit: '改好了，重新排',
  cancel: '不改了',
};

/** Words about what was heard in what a visitor said. */
export const HEARD_TEXT = {
  read: '照原话填好下面',
  filled: '听到的填在下面了，看一遍再找。',
  nothing: '原话里没听出时间和活，请直接填下面。',
  ask: (questions: string) => `还要问一句：${questions}`,
  heard: '听成',
};

/** The intake's field names in the summary of what is wrong. */
export const INTAKE_LABELS: Readonly<Record<string, string>> = {
  name: INTAKE_TEXT.name,
  phone: '电话',
  text: INTAKE_TEXT.text,
  from: INTAKE_TEXT.from,
  lat: INTAKE_TEXT.lat,
  lng: INTAKE_TEXT.lng,
  mode: INTAKE_TEXT.mode,
  minutes: INTAKE_TEXT.minutes,
  hoursMax: INTAKE_TEXT.hoursMax,
  occupations: INTAKE_TEXT.occupations,
  purpose: INTAKE_TEXT.consent,
  channel: INTAKE_TEXT.channel,
  witness: INTAKE_TEXT.witness,
  birthDate: '出生日期',
  certificates: '有什么证',
};
