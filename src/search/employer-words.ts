/** How employers speak of hours: 集合, 上班时间, 早班. */
export const OF_SHIFTS = /集合|到岗|上班|下班|工作时间|班次|[早中晚夜白日]班|班倒|[A-Da-d]班/u;

/** Whoever speaks like this tells of their own time, whatever shifts they mention. */
export const OF_ONESELF = /我|俺|咱|有空|得空|没空|空闲|能|想|行|可以|接孩子|送孩子|班(?:以|之)?[后前]/u;
