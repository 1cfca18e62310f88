/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What goes to and fro at the kernel's files, as somebody may see it. Nothing is known here but the text, so rather too much is
 * hidden than too little: a file whose name speaks of secrets, and all behind such a word.
 */
#include <string.h>

#include "engine/engine.h"
#include "model/tree/secret.h"

/* Enough for a command; help texts are longer. */
#define SHOWN_MAX 300
#define BETWEEN " \t\n=;,"

static bool is_secret(const struct lw_schema *schema, const char *word, size_t len)
{
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;

	lw_str_add_bytes(&name, word, len);
	return lw_str_bad(&name) || lw_attr_is_secret(schema, NULL, lw_str_text(&name));
}

/* How much of the text comes before what must not be seen. */
static size_t harmless(const struct lw_schema *schema, const char *text, size_t len)
{
	for (size_t at = 0, n; at < len; at += n + 1) {
		n = 0;
		while (at + n < len && !memchr(BETWEEN, text[at + n], sizeof(BETWEEN) - 1))
			n++;
		if (n && is_secret(schema, text + at, n))
			return at + n;
	}
	return len;
}

void lw_access_shown(const struct lw_schema *schema, const char *path, const char *text, size_t len,
		     struct lw_str *out)
{
	const char *slash = strrchr(path, '/');
	const char *file = slash ? slash + 1 : path;
	size_t shown = is_secret(schema, file, strlen(file)) ? 0 : harmless(schema, text, len);
	bool hidden = shown < len;

	if (shown > SHOWN_MAX) {
		lw_str_add_shown(out, text, SHOWN_MAX);
		lw_str_add(out, "...");
		return;
	}
	/* A final newline is no news. */
	if (!hidden && len > 1 && text[len - 1] == '\n')
		shown--;
	lw_str_add_shown(out, text, shown);
	if (hidden)
		lw_str_add(out, shown ? " ***" : "***");
}
