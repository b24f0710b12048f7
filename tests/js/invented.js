// A small invented edition as the page gets it: two towns and a region, three speakers, five claims.

import { indexed } from "../../static/atlas/state/selectors.js";

const about = (earliest, latest) => ({ words: "", inferred: false, earliest, latest });

const claim = (id, given) => ({
  id,
  speakerId: "author",
  according: `According to ${given.speakerId ?? "author"}`,
  form: "authors-words",
  source: "named",
  mode: "statement",
  kindWords: "",
  quotes: [],
  limitation: "",
  pointer: "",
  notes: [],
  themes: ["trade"],
  places: [],
  mentions: [],
  refersTo: [],
  about: null,
  saidWords: "",
  status: "unverified",
  statusWords: "",
  statusShort: "",
  ...given,
});

const mention = (id, places, claims = []) => ({
  id,
  exact: id.split("-")[0],
  places: places.map((place) => ({ id: place, certaintyWords: "certain" })),
  outcome: places.length ? "mapped" : "not-mapped",
  reasonWords: "",
  reading: "",
  claims,
  statusWords: "",
});

const place = (id, title, mentions, claims) => ({ id, title, mentions, claims, names: {}, local: [] });

export const CLAIMS = [
  claim("market", { places: ["arl"], mentions: ["arl-first"], about: about("2015-03-01", "2015-03-31") }),
  claim("toll", {
    speakerId: "official",
    source: "described",
    themes: ["rule", "trade"],
    places: ["arl", "bern"],
    mentions: ["arl-again", "bern-only"],
    about: about("2018-01-01", null),
  }),
  claim("harvest", { themes: ["rule"], places: ["corin"], mentions: ["corin-only"], about: about(null, "2016-06-30") }),
  claim("rumour", {
    speakerId: "locals",
    source: "none",
    mode: "forecast",
    places: ["bern"],
    mentions: ["bern-only"],
    about: about("2021-12-31", "2021-12-31"),
  }),
  claim("maxim", { themes: ["rule"], mode: "recommendation" }),
];

export const VIEW = {
  edition: {
    id: "invented",
    title: "Invented",
    authors: ["A. Writer"],
    publisher: "",
    language: "en",
    direction: "ltr",
    dated: "spring 2024",
  },
  themes: [
    { id: "trade", title: "Trade" },
    { id: "rule", title: "Rule" },
  ],
  speakers: [
    { id: "author", source: "named" },
    { id: "official", source: "described" },
    { id: "locals", source: "none" },
  ],
  kinds: [
    { id: "source", title: "Source", options: ["named", "described", "none"].map((id) => ({ id, title: id })) },
    {
      id: "mode",
      title: "Mode",
      options: ["statement", "forecast", "recommendation"].map((id) => ({ id, title: id })),
    },
  ],
  places: [
    place("arl", "Arl", ["arl-first", "arl-again"], ["market", "toll"]),
    place("bern", "Bern Town", ["bern-only"], ["toll", "rumour"]),
    place("corin", "Corin", ["corin-only"], ["harvest"]),
  ],
  mentions: [
    mention("bern-only", ["bern"], ["toll", "rumour"]),
    mention("arl-first", ["arl"], ["market"]),
    mention("west-vague", []),
    mention("corin-only", ["corin"], ["harvest"]),
    mention("arl-again", ["arl"], ["toll"]),
  ],
  claims: CLAIMS,
  notes: [],
  routes: [
    {
      id: "road",
      claim: "toll",
      note: "",
      notes: [],
      legs: [
        { fromPlace: "arl", toPlace: "bern", verb: "went", mention: "bern-only" },
        { fromPlace: "bern", toPlace: "corin", verb: "fled", mention: "corin-only" },
      ],
    },
  ],
  languages: [
    { id: "en", title: "English" },
    { id: "fa", title: "Dari" },
  ],
};

export const ATLAS = indexed(VIEW);
