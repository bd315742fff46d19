/** Words that every form uses. */
export const FORM_TEXT = {
  required: '必填',
  problems: (count: number) => `有 ${count} 处需要改一改：`,
};
