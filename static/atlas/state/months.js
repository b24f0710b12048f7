// Months as numbers and words: "2015-01" ⇄ months since year 0 ⇄ "January 2015".

const NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** @type {(month: string) => number} */
export const toNumber = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** @type {(number: number) => string} */
export const toMonth = (number) =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

/** @type {(month: string) => string} */
export const monthWords = (month) => `${NAMES[Number(month.slice(5, 7)) - 1]} ${Number(month.slice(0, 4))}`;

const ROUND = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/**
 * The years that an axis names, as round as they are few: at most `most` of them, or the only one.
 * @type {(first: number, last: number, most: number) => number[]}
 */
export function axisYears(first, last, most) {
  const [from, to] = [Math.ceil(first / 12), Math.floor(last / 12)];
  /** @type {(step: number) => number} */
  const begins = (step) => Math.ceil(from / step) * step;
  const step = ROUND.find((one) => Math.floor((to - begins(one)) / one) + 1 <= most) ?? ROUND[ROUND.length - 1];
  const years = [];
  for (let year = begins(step); year <= to; year += step) years.push(year);
  return years;
}
