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
export const monthWords = (month) => `${NAMES[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
