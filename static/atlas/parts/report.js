// "Report an error": a letter or a form that already names the edition, the claim or place, and its link.

import { h, one } from "../common/dom.js";
import { recordAddress } from "./address.js";

/** @import { Child } from "../common/types.d.ts" */
/** @import { Atlas } from "../state/types.d.ts" */

/** @typedef {"claim" | "place"} Kind */

/**
 * The way to report an error in a claim or a place; null where the host has set no address.
 * @type {(atlas: Atlas, kind: Kind, id: string) => Child}
 */
export function reportLink(atlas, kind, id) {
  const to = one("#atlas-report")?.dataset.report;
  if (!to) return null;
  // Of a page from disk the address would tell where its reader keeps it.
  const link = location.protocol === "file:" ? `?${kind}=${id}` : recordAddress(location.search, kind, id);
  const href = reportAddress(to, atlas.edition, kind, id, link);
  return h("a", { class: "report-link", href, target: "_blank", rel: "noopener" }, "Report an error");
}

/**
 * The address of such a report; `to` is looked into by the server (mailto: or https:).
 * @type {(to: string, edition: { id: string; title: string }, kind: Kind, id: string, link: string) => string}
 */
export function reportAddress(to, edition, kind, id, link) {
  if (to.startsWith("mailto:")) {
    const lines = [
      `Edition: ${edition.title} (${edition.id})`,
      `${kind}: ${id}`,
      `Link: ${link}`,
      "",
      "What is wrong:",
      "",
    ];
    const subject = `Error in ${edition.id}: ${kind} ${id}`;
    return `${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join("\r\n"))}`;
  }
  const url = new URL(to);
  for (const [name, value] of Object.entries({ edition: edition.id, [kind]: id, link })) {
    url.searchParams.set(name, value);
  }
  return url.href;
}
