// Reads a JSON array of EDTF texts and prints how many nanoseconds edtf.js takes to parse one, the best of five rounds of a second.
import { readFileSync } from 'node:fs'
import { parse } from 'edtf'

const texts = JSON.parse(readFileSync(0, 'utf8'))

const round = () => {
  const start = process.hrtime.bigint()
  let count = 0
  let elapsed = 0n
  while (elapsed < 1_000_000_000n) {
    for (const text of texts) parse(text)
    count += texts.length
    elapsed = process.hrtime.bigint() - start
  }
  return Number(elapsed) / count
}

round()
console.log(Math.min(...Array.from({ length: 5 }, round)))
