/* SPDX-License-Identifier: Apache-2.0 */
/* Names become directories and words of commands: what could lead out of them, or is too long for them, is refused. */
#include <string.h>

#include "model/check/check.h"

static bool has_control(const char *name)
{
	for (; *name; name++) {
		if ((unsigned char)*name < 0x20 || *name == 0x7f)
			return true;
	}
	return false;
}

/* What is wrong with a name, NULL if nothing is. */
static const char *mistake_of(const char *name)
{
	if (!*name)
		return "is empty";
	if (!strcmp(name, ".") || !strcmp(name, ".."))
		return "would be the directory itself or the one above";
	if (strchr(name, '/'))
		return "contains '/'";
	if (has_control(name))
		return "contains a control byte";
	return NULL;
}

/* What the key's own type refuses is told by lw_tree_canon(). */
static bool is_told(const struct lw_kind_spec *kind, const char *name)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;

	return lw_value_canon(&kind->key, name, strlen(name), &out, NULL) < 0;
}

int check_names(struct check *check, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(check->tree, n);
	const char *name = lw_node_name(check->tree, n), *mistake;
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;
	bool too_long;

	if (n == 1 || kind->flags & LW_K_SINGLETON)
		return 0;
	mistake = mistake_of(name);
	too_long = kind->key.max_len && strlen(name) > kind->key.max_len;
	if ((!mistake && !too_long) || is_told(kind, name))
		return 0;

	tree_quote(&shown, name);
	if (mistake)
		check_error(check, n, NULL, LW_CODE_INVALID, "choose another name", "%s name %s %s",
			    kind->label, lw_str_text(&shown), mistake);
	if (too_long)
		check_error(check, n, NULL, LW_CODE_LIMIT, "choose a shorter name",
			    "%s name %s is longer than %u bytes", kind->label, lw_str_text(&shown),
			    kind->key.max_len);
	return 0;
}
