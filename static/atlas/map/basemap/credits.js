// The map's credits: whose data the background is, told once each.

/** @import { Attribution } from "../types.d.ts" */

/**
 * Credit a source once, as plain text.
 * @type {(attribution: Attribution, text: string) => void}
 */
export function credit(attribution, text) {
  const credits = (attribution.credits ??= []);
  if (credits.includes(text)) return;
  credits.push(text);
  const plain = document.createElement("span");
  plain.textContent = credits.join(" ");
  attribution.setPrefix(plain.innerHTML);
}
