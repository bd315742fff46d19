import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandError } from './command';

/**
 * A new password: asked for twice on a terminal, without echo; else the first line of standard input. Never an
 * argument, which every user of the machine could read in the list of processes.
 * @throws CommandError when the two differ or there is none
 */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return given(await firstLine());
  const password = given(await ask('password: '));
  if ((await ask('once more: ')) !== password) throw new CommandError('the two passwords differ');
  return password;
}

function given(password: string): string {
  if (password === '') throw new CommandError('no password: type one, or give it on standard input');
  return password;
}

async function firstLine(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
  return text.split(/\r?\n/)[0] ?? '';
}

async function ask(prompt: string): Promise<string> {
  process.stderr.write(prompt);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const aborted = new Promise<never>((_, reject) => {
    terminal.once('SIGINT', () => reject(new CommandError('cancelled')));
  });
  try {
    return await Promise.race([terminal.question(''), aborted]);
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
