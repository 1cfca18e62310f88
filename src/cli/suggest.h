/* SPDX-License-Identifier: Apache-2.0 */
/* "Did you mean": the nearest of some words, if one is near. */
#ifndef LW_CLI_SUGGEST_H
#define LW_CLI_SUGGEST_H

#include "base/str.h"

struct cli_suggest {
	const char *typed;
	const char *best; /* NULL: nothing is near */
	unsigned distance;
};

/* cli_suggest_start() - forget; _word() - offer one word; _hint() - append "; did you mean BEST?", or nothing. */
void cli_suggest_start(struct cli_suggest *s, const char *typed);
void cli_suggest_word(struct cli_suggest *s, const char *word);
void cli_suggest_hint(const struct cli_suggest *s, const char *prefix, struct lw_str *out);

#endif
