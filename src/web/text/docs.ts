/** Words of the reference of the API. */
export const DOCS_TEXT = {
  title: '接口说明',
  lead: '给开发者看的：导入岗位、自助终端、城市平台都用这套接口。看岗位、找岗位不用登录。',
  rules: '通用约定',
  ruleLines: [
    '内容一律 JSON（UTF-8），不超过 256 KB；批量导入用 NDJSON 流，不超过 64 MB。',
    '程序用 Authorization: Bearer 令牌；人用登录后的会话 Cookie。',
    '出错一律按 RFC 9457（application/problem+json），errors 里逐项写明字段、代码和中文说明。',
    '修改类请求可以带 Idempotency-Key：同一个键、同样内容，24 小时内只办一次。登录、退出不看这个键。',
    '坐标可以是 wgs84、gcj02、bd09，用 datum 说明；站内一律 WGS-84。',
  ],
  fields: '参数和字段',
  name: '名称',
  type: '类型',
  where: '位置 · 是否必填',
  required: '必填',
  optional: '可选',
  body: '请求内容：',
  shapes: '数据结构',
};
