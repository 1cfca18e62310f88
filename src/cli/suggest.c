/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/suggest.h"

#include <string.h>

#include "base/ascii.h"
#include "cli/output.h"

#define SHOWN 60   /* bytes of a word that say which one it is */
#define LONGEST 31 /* nobody mistypes more than that and means one of ours */

void cli_suggest_start(struct cli_suggest *s, const char *typed)
{
	*s = (struct cli_suggest){ .typed = typed };
	s->distance = (unsigned)strlen(typed) / 2 + 1;
	if (s->distance > 4)
		s->distance = 4;
}

void cli_suggest_word(struct cli_suggest *s, const char *word)
{
	size_t len = strlen(s->typed);
	unsigned d;

	if (len > LONGEST || strlen(word) > LONGEST)
		return;
	d = strlen(word) >= len && lw_is_word(word, len, s->typed) ? 0 : lw_edits(s->typed, word);
	if (d < s->distance) {
		s->best = word;
		s->distance = d;
	}
}

void cli_suggest_hint(const struct cli_suggest *s, const char *prefix, struct lw_str *out)
{
	if (s->best && s->typed[0])
		lw_str_addf(out, "; did you mean %s%s?", prefix, s->best);
}

void cli_typed_add(struct lw_str *out, const char *typed)
{
	size_t len = strlen(typed);

	if (!len)
		lw_str_add(out, "\"\"");
	if (len <= SHOWN) {
		lw_str_add_shown(out, typed, len);
		return;
	}
	/* No letter is cut in two. */
	for (len = SHOWN; len && ((unsigned char)typed[len] & 0xc0) == 0x80;)
		len--;
	lw_str_add_shown(out, typed, len);
	lw_str_add(out, "...");
}

void cli_typed_quote(struct lw_str *out, const char *typed)
{
	if (*typed)
		lw_str_add_char(out, '"');
	cli_typed_add(out, typed);
	if (*typed)
		lw_str_add_char(out, '"');
}

int cli_no_such(const struct cli_suggest *s, const char *what, const char *hint)
{
	LW_AUTO_STR struct lw_str lines = LW_STR_INIT;

	lw_str_addf(&lines, "lunward: no such %s: ", what);
	cli_typed_add(&lines, s->typed);
	cli_suggest_hint(s, "", &lines);
	lw_str_addf(&lines, "\n  hint: %s\n", hint);
	return cli_say_lines(&lines) ? CLI_FAILED : CLI_INVALID;
}
