/** What stands before the job in a title: 某某餐饮公司招聘|奶茶店店员. */
export const INVITATION = /^.*(?:招聘|诚招|急招|直招|招募|诚聘|急聘)/u;
/** Hands that are wanted anywhere: what they do is said by the place or the duties. */
export const HANDS =
  /^(?:小工|帮手|帮工|小时工|壮工|力工|杂工|临时工|短工|学徒|学徒工|助理|工作人员|辅助工|看护|打杂|打杂工|打下手|员工|司机|师傅|老师|阿姨|零工|临时小工)$/u;
/** Who is called by the work is what is wanted, whatever duties stand beside: 泥瓦匠补修屋顶. */
export const CALLED = /[员工师手嫂匠]$|师傅$|阿姨$|服务生$|司机$/u;
/** A name that begins so is a doing: of doings in a row the first is the main one, a noun yields to what follows. */
export const DOING =
  /^[洗刷涮端收栽种扫擦送卖看做修剪打搬卸装切炒包擀挖烧烤蒸炸煮揉缝改补换贴铺砌抹刮喷焊拆搭挂叠折糊粘串勾钩编扎剥挑拣选摘掰割锄拔薅浇喂遛牵接带哄陪照伺侍护教辅补写录敲查检验量称过点记发派推拉跑取寄配理摆上下清疏通冲泡调榨拍剪录播唱演守巡值开驾]/u;
/** Work that goes home with people. */
export const HOME =
  /(?:拿|带|领)(?:回去?家?|走|回家)(?:去)?(?:做|干|缝|加工|弄)|(?:在?家里?|居家|在家)(?:做|干|加工)(?!饭|菜|家务|卫生|保洁|客)/u;
export const HOME_WORK = '手工活';
/** Somebody's home: who cleans there is called by the hour. */
export const AT_HOME = /家里|住户|业主|上门|到家|入户|出租屋|退租|民宅|一家/u;
export const AT_HOME_WORK = '家政钟点工';
/** A factory of something: 玻璃瓶厂捡瓶工. */
export const FACTORY = /(?:厂|车间|作坊)(?!长|房|家|商|区|门|牌)/u;
export const FACTORY_WORK = '普工';
/** What is not to be done is no duty: 不用刷碗. */
export const DENIED = /(?:不用?|不(?:需要?|必|会|是|要|准|许)|无需|别)(?:再|去|出去|您)?$/u;
/** Between two names that are both meant: 洗碗兼保洁, 服务员/传菜员. */
export const AND = /[兼带和与及或加连+、/,;|& ]|以及|顺便|外加/u;
