import { describe, expect, it } from 'vitest';
import { maskPhone, normalisePhone } from '../../src/kernel/phone';

describe('normalisePhone', () => {
  it.each([
    ['13800000000', '13800000000'],
    [' 138 0000 0000 ', '13800000000'],
    ['138-0000-0000', '13800000000'],
    ['+86 138 0000 0000', '13800000000'],
    ['8613800000000', '13800000000'],
    ['008613800000000', '13800000000'],
    ['１３８００００００００', '13800000000'],
    ['(0391) 123-4567', '03911234567'],
    ['010-12345678', '01012345678'],
  ])('%j is %s', (text, digits) => {
    expect(normalisePhone(text)).toBe(digits);
  });

  it.each([
    '',
    '12800000000',
    '1380000000',
    '138000000000',
    '+1 212 555 0100',
    'abc',
    '13800000000;',
    '0391',
  ])('%j is none', (text) => {
    expect(normalisePhone(text)).toBeNull();
  });
});

describe('maskPhone', () => {
  it('keeps what one recognises, not what one could call', () => {
    expect(maskPhone('13812345678')).toBe('138******78');
  });
});
