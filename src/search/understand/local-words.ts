/** How northern Henan says some characters that are in the names of work: 扫街 sao gai, 做饭 zou fan, 宿舍 xu she. */
export const LOCAL_READINGS: Readonly<Record<string, string>> = {
  街: 'gai',
  做: 'zou',
  宿: 'xu',
  药: 'yue',
  脚: 'jue',
};

/** Whether a word holds any of them. */
export const LOCAL = new RegExp(`[${Object.keys(LOCAL_READINGS).join('')}]`, 'u');
