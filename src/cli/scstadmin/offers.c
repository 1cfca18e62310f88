/* SPDX-License-Identifier: Apache-2.0 */
/* What mgmt files say of themselves: "The following parameters available: a, b, c." */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/scstadmin/attrs.h"

static const char *const sentences[] = {
	[FRONT_CREATE] = "The following parameters available:",
	[FRONT_DRIVER_VALUES] = "The following target driver attributes available:",
	[FRONT_TARGET_VALUES] = "The following target attributes available:",
};

static const char blanks[] = ", \t.\n";

static int take(void *arg, const struct lw_file_view *file)
{
	struct lw_str *text = arg;

	if (file->text)
		lw_str_add_bytes(text, file->text, file->len);
	return 0;
}

static int compare(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Pointers first, the words behind them. */
static char **split(const char *text, size_t len)
{
	size_t count = 0;
	char **names =
		lw_calloc(len / 2 + 2 + (len + sizeof(*names)) / sizeof(*names), sizeof(*names));
	char *words, *rest;

	if (!names)
		return NULL;
	words = memcpy(names + len / 2 + 2, text, len);
	for (char *word = strtok_r(words, blanks, &rest); word;
	     word = strtok_r(NULL, blanks, &rest))
		names[count++] = word;
	qsort(names, count, sizeof(*names), compare);
	return names;
}

char **front_offers(const struct front *front, lw_node n, const char *below, enum front_offer offer)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	const struct lw_file_query query = { .size = sizeof(query),
					     .tree = front->tree,
					     .node = n,
					     .below = below,
					     .only = "mgmt",
					     .give = take,
					     .arg = &text };
	const char *at;

	if (lw_system_files(front->system, &query, NULL) < 0 || lw_str_bad(&text))
		return NULL;
	at = strstr(lw_str_text(&text), sentences[offer]);
	if (!at)
		return split("", 0);
	at += strlen(sentences[offer]);
	return split(at, strcspn(at, "\n"));
}

bool front_offered(char *const *names, const char *name)
{
	for (; names && *names; names++)
		if (!strcmp(*names, name))
			return true;
	return false;
}
