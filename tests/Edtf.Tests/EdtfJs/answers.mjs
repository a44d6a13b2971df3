// Reads a JSON array of EDTF texts and writes how edtf.js interprets each: level, first and last day, or null if it rejects the text.
import { readFileSync } from 'node:fs'
import edtf, { parse } from 'edtf'

const day = (time) => {
  if (!Number.isFinite(time)) return null
  const date = new Date(time)
  const year = date.getUTCFullYear()
  const digits = String(Math.abs(year)).padStart(4, '0')
  const two = (number) => String(number).padStart(2, '0')
  return `${year < 0 ? '-' : ''}${digits}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

const answer = (text) => {
  try {
    const { level } = parse(text)
    const date = edtf(text)
    return { level, earliest: day(date.min), latest: day(date.max) }
  } catch {
    return null
  }
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(answer)))
