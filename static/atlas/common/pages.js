// The pages beside the reader, as their addresses end: derived from geodata/reader/addresses.py by
// `make contract`; do not edit.

export const PAGES = ["places", "claims", "ledger", "data", "about"];
