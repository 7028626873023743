/** 与 `messages.en.ts` 同键的中文表：接口页面与 OpenAPI 文档上的文字。 */
import type { ApiWords } from './messages.en.js'

export const zh: ApiWords = {
  title: 'huanyuan 接口',
  about: '还原经软件改写的中文报告，提取全部数据，核对勾稽关系。不保存任何内容，不写文件，只应答本机。',
  records: '文档的记录，凡可读的格式皆可；若含多个文档（如压缩包），则为列表',
  name: '文件名，其扩展名说明字节本身说明不了的格式，如 .csv',
  text: '文本的记录',
  lines: '一行进，一行出，随到随答：每行是一段文本或含文本的 JSON，得到其记录或错误',
  idField: 'JSON 行中作为编号的字段',
  textField: 'JSON 行中作为文本的字段',
  emit: '每行得到什么：记录，或以还原后的文本替换原文',
  health: '是否正常工作，以及版本',
  openapi: '本说明的 OpenAPI 形式',
  document: '文档的字节',
  record: '记录',
  'status.400': '请求中有不认识的参数',
  'status.403': '由其他网站的页面发出，或所用名称不是本机',
  'status.404': '没有此地址',
  'status.405': '此地址没有此方法',
  'status.413': '字节数超过上限（--max-bytes）',
  'status.422': '文档无法读取或处理，代码和句子说明原因',
  'status.429': '等候的请求已满（--queue）',
  'status.500': '程序自身的错误',
}
