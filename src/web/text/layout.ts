/** Words of the frame around every page. */
export const LAYOUT_TEXT = {
  skip: '跳到正文',
  navigation: '主菜单',
  jobs: '找活',
  me: '我的',
  hiring: '招人',
  shop: '我的岗位',
  desk: '窗口',
  signIn: '登录',
  signOut: '退出',
  account: '账号',
  signedInAs: (name: string) => `您好，${name}`,
  largeType: '大字版',
  normalType: '标准字',
  freeOfCharge: '找活不花钱',
  freeOfChargeMore:
    '在这里找活、报名、被介绍，一分钱都不收。谁要您交押金、体检费、培训费、服装费，或者扣您的身份证，都是不对的，请告诉驿站。',
  throughStation: '联系用工方请通过驿站，岗位页面上不留电话。',
  notAnEmployer: '驿站只介绍活，不是用工方。工钱由用工方按岗位上写的办法结算，有争议驿站帮您调解。',
  law: '岗位按《劳动合同法》《就业促进法》《人力资源市场暂行条例》等规定发布；不收未满 16 周岁的人。',
  privacy: '您的电话和住处加密保存，您同意了用工方才看得到，随时可以撤回、导出和删除。',
  language: '本站语言：简体中文',
  api: '给开发者的接口说明',
  about: '关于驿站',
};

/** Words of lists that go over several pages. */
export const PAGER_TEXT = {
  label: '翻页',
  older: '更早的',
  further: '后面的',
  first: '回到第一页',
};
