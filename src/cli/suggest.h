/* SPDX-License-Identifier: Apache-2.0 */
/* What was typed and is not known, shown; and "did you mean": the nearest of some words, if one is near. */
#ifndef LW_CLI_SUGGEST_H
#define LW_CLI_SUGGEST_H

#include "base/str.h"

struct cli_suggest {
	const char *typed; /* whether in upper or lower case makes no difference */
	const char *best;  /* NULL: nothing is near */
	unsigned distance;
};

/* cli_suggest_start() - forget; _word() - offer one word; _hint() - append "; did you mean BEST?", or nothing. */
void cli_suggest_start(struct cli_suggest *s, const char *typed);
void cli_suggest_word(struct cli_suggest *s, const char *word);
void cli_suggest_hint(const struct cli_suggest *s, const char *prefix, struct lw_str *out);

/*
 * cli_no_such() - says "no such WHAT: TYPED" with what was found, and below it the hint. Returns CLI_INVALID.
 * @what: of which kind the words are
 * @hint: where they can be seen
 */
int cli_no_such(const struct cli_suggest *s, const char *what, const char *hint);

/* Append a word of the command line, a long one cut: as it is, or "" if it is empty; _quote(): always in quotes. */
void cli_typed_add(struct lw_str *out, const char *typed);
void cli_typed_quote(struct lw_str *out, const char *typed);

#endif
