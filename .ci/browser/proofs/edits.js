// Edits as a page sends them. Arguments: the application, the number of the first edit, how many.
const [application, first, count] = arguments;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
let text = application;
const kinds = [
  (number) => ({ kind: 'answer', path: 'incubation.officeArea', entered: `${number},000平方米` }),
  (number) => ({ kind: 'answer', path: `tenants[${number % 10}].name`, entered: `第${number}家企业` }),
  (number) => ({ kind: 'answer', path: 'applicant.registeredOn', entered: `2019年${number % 13}月` }),
  () => ({ kind: 'addRow', path: 'incubation.cases' }),
  () => ({ kind: 'removeRow', path: 'incubation.cases', row: 0 }),
  (number) => ({ kind: 'sort', path: 'tenants', column: 'name', descending: number % 2 === 0 }),
  (number) => ({ kind: 'codes', path: 'incubation.services', codes: number % 2 ? ['legal'] : [] }),
  (number) => ({ kind: 'complete', path: 'tenants', isComplete: number % 2 === 0 }),
];
// Some a call, as they come where someone types fast.
const together = 5;
for (let number = first; number < first + count; number += together) {
  const edits = Array.from({ length: together }, (_, index) => kinds[(number + index) % kinds.length](number + index));
  const header = { op: 'view', language: 'zh', stages: [], today: null, edits };
  const { status, bytes } = kczgProof.call(header, [{ bytes: encoder.encode(text) }]);
  const answer = JSON.parse(decoder.decode(bytes));
  if (status !== 0) throw new Error(JSON.stringify(answer));
  text = answer.text;
}
