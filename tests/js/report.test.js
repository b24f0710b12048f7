// What a report of an error says at first.

import assert from "node:assert/strict";
import { test } from "node:test";
import { reportAddress } from "../../static/atlas/parts/report.js";

const EDITION = { id: "road", title: "Rom & Köln" };
const LINK = "https://example.org/?edition=road&claim=toll";

test("a letter names the edition, the claim and its link", () => {
  const url = new URL(reportAddress("mailto:editors@example.org", EDITION, "claim", "toll", LINK));
  assert.equal(url.pathname, "editors@example.org");
  assert.equal(url.searchParams.get("subject"), "Error in road: claim toll");
  assert.equal(
    url.searchParams.get("body"),
    `Edition: Rom & Köln (road)\r\nclaim: toll\r\nLink: ${LINK}\r\n\r\nWhat is wrong:\r\n`,
  );
});

test("a form gets the same as parameters, beside its own", () => {
  const address = reportAddress("https://example.org/report?form=1", EDITION, "place", "arl", LINK);
  assert.deepEqual(Object.fromEntries(new URL(address).searchParams), {
    form: "1",
    edition: "road",
    place: "arl",
    link: LINK,
  });
});
