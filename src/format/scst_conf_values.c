/* SPDX-License-Identifier: Apache-2.0 */
/* The attributes of a node in canonical form: by name, instances of one by value. */
#include "format/scst_conf_internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "lunward/format.h"
#include "model/tree/secret.h"
#include "model/tree/tree.h"

/*
 * An observed tree may hold what the kernel shows and nobody can declare. That a port is hardware is such a fact, but the
 * language has a word for it.
 */
static bool is_configuration(const struct conf_writer *w, lw_node node,
			     const struct conf_value *value)
{
	const struct lw_attr_spec *spec = value->spec;

	if (!spec || node_at(w->tree, node)->origin == LW_FROM_DECLARED || value->hw_target)
		return true;
	return spec->when != LW_WHEN_NEVER && spec->reading != LW_READ_VOLATILE &&
	       spec->reading != LW_READ_FORCED;
}

static int compare_values(const void *left, const void *right)
{
	const struct conf_value *a = left, *b = right;
	int order = b->hw_target - a->hw_target;

	if (!order)
		order = strcmp(a->name, b->name);
	return order ? order : strcmp(a->value, b->value);
}

static int collect_values(struct conf_writer *w, lw_node node)
{
	const struct lw_kind_spec *kind = lw_kind(w->words.schema, lw_node_kind(w->tree, node));
	struct lw_attr_view view = { .size = sizeof(view) };
	unsigned count = lw_node_attr_count(w->tree, node);
	int r = lw_grow(&w->values, &w->value_cap, count, sizeof(*w->values));

	w->nvalue = 0;
	for (unsigned n = 0; r >= 0 && n < count; n++) {
		struct conf_value value;
		int attr;

		if (lw_node_attr(w->tree, node, n, &view) < 0 || view.state != LW_SET)
			continue;
		attr = lw_kind_attr(kind, view.name, strlen(view.name));
		value = (struct conf_value){
			.name = view.name,
			.value = view.value,
			.spec = attr < 0 ? NULL : &kind->attrs[attr],
			.secret = view.secret,
			.hw_target = !strcmp(view.name, CONF_HW_TARGET_ATTR) &&
				     lw_conf_may_be_hardware(kind),
		};
		if (is_configuration(w, node, &value))
			w->values[w->nvalue++] = value;
	}
	if (w->nvalue)
		qsort(w->values, w->nvalue, sizeof(*w->values), compare_values);
	return r < 0 ? lw_error_memory(w->err) : 0;
}

/* The name; quotes may have made it one word with a secret. */
static int add_name(struct conf_writer *w, const struct lw_kind_spec *kind,
		    const struct conf_value *value, bool masked)
{
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;
	const char *name = value->name;
	size_t len;

	if (masked) {
		lw_secret_name(value->name, &shown);
		name = lw_str_text(&shown);
	}
	if (lw_str_bad(&shown))
		return -ENOMEM;
	len = strlen(name);
	return lw_conf_quote(name, len,
			     !value->spec && lw_conf_name_misread(&w->words, kind, name, len),
			     &w->out);
}

static int add_masked(struct conf_writer *w, const struct conf_value *value)
{
	LW_AUTO_STR struct lw_str masked = LW_STR_INIT;

	lw_secret_mask(value->spec, value->value, &masked);
	if (lw_str_bad(&masked))
		return -ENOMEM;
	return lw_conf_quote(lw_str_text(&masked), masked.len, false, &w->out);
}

static int write_value(struct conf_writer *w, lw_node node, const struct conf_value *value,
		       unsigned depth)
{
	const struct lw_kind_spec *kind = lw_kind(w->words.schema, lw_node_kind(w->tree, node));
	bool masked = value->secret && !(w->flags & LW_WRITE_SECRETS);
	int r;

	if (!value->name[0])
		return lw_conf_refuse(w, node, NULL, "an attribute has no name");
	lw_conf_indent(w, depth);
	if (value->hw_target && !strcmp(value->value, CONF_HW_TARGET_VALUE)) {
		lw_str_add(&w->out, CONF_HW_TARGET "\n");
		return 0;
	}

	r = add_name(w, kind, value, masked);
	lw_str_add_char(&w->out, ' ');
	if (r >= 0 && masked)
		r = add_masked(w, value);
	else if (r >= 0)
		r = lw_conf_quote(value->value, strlen(value->value), false, &w->out);
	lw_str_add_char(&w->out, '\n');
	if (r == -ENOMEM)
		return lw_error_memory(w->err);
	return r < 0 ? lw_conf_refuse(w, node, value->name, CONF_WHY_BYTES) : 0;
}

int lw_conf_write_values(struct conf_writer *w, lw_node node, unsigned depth)
{
	int r = collect_values(w, node);

	for (uint32_t i = 0; r >= 0 && i < w->nvalue; i++) {
		const struct conf_value *value = &w->values[i], *before = value - 1;

		if (i && !strcmp(before->name, value->name)) {
			if (!strcmp(before->value, value->value))
				continue;
			if (!value->spec || !(value->spec->flags & LW_A_MULTI))
				return lw_conf_refuse(w, node, value->name,
						      "two values where only one can be");
		}
		r = write_value(w, node, value, depth);
	}
	return r;
}
