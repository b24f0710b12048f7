// What eslint checks in the browser code and its tests: sound code, and the rooms of static/atlas/.

import js from "@eslint/js";
import globals from "globals";
import { rooms } from "./.ci/rooms.mjs";

export default [
  { ignores: ["static/atlas/dist/", "static/vendor/", "tests/browser/vendor/", ".venv/", "docs/"] },
  js.configs.recommended,
  {
    rules: {
      "array-callback-return": "error",
      "consistent-return": "off", // `return act()` in a function that returns nothing ends it early
      eqeqeq: "error",
      "no-else-return": "error",
      "no-implicit-globals": "error",
      "no-shadow": "error",
      "no-unused-expressions": ["error", { allowShortCircuit: true }],
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": ["error", { destructuring: "all" }],
      "prefer-template": "error",
    },
  },
  {
    files: ["static/atlas/**/*.js"],
    languageOptions: { globals: { ...globals.browser } },
    plugins: { atlas: { rules: { rooms } } },
    rules: { "atlas/rooms": "error" },
  },
  {
    files: ["static/atlas/state/**/*.js"], // no page: nothing but the language and the parts of addresses
    languageOptions: {
      globals: {
        ...Object.fromEntries(Object.keys(globals.browser).map((name) => [name, "off"])),
        URLSearchParams: "readonly",
      },
    },
  },
  { files: ["static/atlas/map/**/*.js"], languageOptions: { globals: { L: "readonly" } } },
  {
    files: ["static/atlas/map/guard.js", "tests/bench/probe.js", "tests/bench/scale.js"],
    languageOptions: { sourceType: "script", globals: globals.browser },
  },
  { files: [".ci/**/*.mjs", "tests/js/**/*.js"], languageOptions: { globals: globals.node } },
];
