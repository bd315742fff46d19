import type { ImportReport, ImportResult } from '../../jobs';
import type { FieldProblem } from '../../kernel/errors';
import { problemText } from './problems';
import { STATUS_TEXT } from './vocabulary';

/** What a posting of a foreign list asks for: 初中，1 年以上经验. */
export function requirementText(education: string, years: number): string {
  return [education, years > 0 ? `${years} 年以上经验` : ''].filter((part) => part !== '').join('，');
}

/** `place.lat：太大了，不能超过 90`; a problem of the whole line has no field. */
function fieldText({ pointer, code, values }: FieldProblem): string {
  const field = pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
  return `${field === '' ? '' : `${field}：`}${problemText(code, values)}`;
}

/** One line for a refused line: its number, the sender's id, each field and why. */
export function refusedText({ line, externalId, errors = [] }: ImportResult): string {
  const id = externalId === null ? '' : `（${externalId}）`;
  return `第 ${line} 行${id} 未收：${errors.map(fieldText).join('；')}`;
}

/** One line for what was left out of lines that were taken: the field, why, and the lines. */
export function noteText(note: FieldProblem, lines: readonly number[]): string {
  return `${fieldText(note)}（${lines.length} 行：${lines.join('、')}）`;
}

/** Why reading ended early. */
export function stoppedText(
  code: string,
  values: Record<string, string | number>,
  fields: FieldProblem[],
): string {
  const line = values.line === undefined ? '' : `第 ${values.line} 行起读不下去：`;
  const details = fields.map(fieldText);
  return `${line}${[problemText(code, values), ...details].join('；')}`;
}

/** The sum of an import. */
export function importSummary(report: ImportReport, dryRun: boolean): string {
  const { created, updated, unchanged, refused, statuses } = report;
  const states = Object.entries(STATUS_TEXT).flatMap(([status, text]) => {
    const count = statuses[status as keyof typeof STATUS_TEXT];
    return count ? [`${text} ${count}`] : [];
  });
  const counts = `新增 ${created}，更新 ${updated}，未变 ${unchanged}，未收 ${refused}`;
  return `${dryRun ? '试运行，什么都没有保存。' : ''}${counts}${states.length > 0 ? `（${states.join('，')}）` : ''}`;
}

/** How far an import is, where there is no bar to draw. */
export function importProgress(done: number, percent: number): string {
  return `已处理 ${done} 条（${percent}%）`;
}

/** The bar of an import, in the placeholders of its library. */
export const IMPORT_BAR = '{bar} {percentage}%  已处理 {done} 条，未收 {refused} 条';
export const FILE_UNREADABLE = '文件打不开';
