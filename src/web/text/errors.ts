/** Words of the page that tells what went wrong. */
export const ERROR_TEXT = {
  ask: '看不明白的话，到驿站窗口问一声，我们帮您办。',
  home: '回到找活首页',
  signIn: '去登录',
  reference: (id: string) => `反映问题时请报这个编号：${id}`,
};
