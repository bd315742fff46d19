/** 21-23点下班 tells when one leaves, not a shift. */
export const LEAVING = /\d{1,2}\s*[-~—到至]\s*\d{1,2}\s*点\s*下班/gu;
/** Days off, or days of work, that are told in other words than those that are read. */
export const OTHER_DAYS =
  /[上做干][一二两三四五六\d]+天?[休歇]|\d天假|[天日]休班|一周(?:工作|上|来)\s*[\d一二两三四五]|周[一三五六]周[三五六日](?:[,，]|\s)/u;
/** Said together they contradict each other. */
export const WEEKENDS_OFF = /双休/u;
export const MONTH_OFF = /月休/u;
/** Hours of which some days are excepted: 周三、周六晚不加班. */
export const EXCEPTED = /周[一二三四五六日](?:、周[一二三四五六日])*晚?上?不(?:加班|上)/u;
