/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes that stay as they are: those that others own, and those that the file seems to mean and calls something else. */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "model/merge/merge_internal.h"
#include "model/schema/nearest.h"
#include "model/tree/secret.h"

/* The goal has what is there, also for whoever computes other values of it. */
static int keep_as_it_is(struct merge *m, lw_node n, uint16_t def, const char *name)
{
	const struct lw_tree *have = m->source[MERGE_HAVE];
	lw_node there = m->of[MERGE_HAVE][n];
	uint16_t have_def =
		lw_tree_attr_def_find(have, node_at(have, there)->kind, name, strlen(name));
	unsigned count = 0;
	const struct attr *run =
		have_def == UINT16_MAX ? NULL : lw_tree_attr_run(have, there, have_def, &count);

	lw_tree_drop(m->goal, n, def);
	/* Nothing is computed from what the vocabulary does not know. */
	for (unsigned i = 0; i < count && def < node_kind(m->goal, n)->nattr; i++) {
		int r = run[i].state == LW_SET ? lw_merge_put(m, n, def, LW_SET, run[i].value) : 0;

		if (r < 0)
			return r;
	}
	return 0;
}

/* ---- by name, everywhere */

static bool is_there(const struct merge *m, unsigned kind, const char *name)
{
	const struct lw_tree *have = m->source[MERGE_HAVE];

	return have && lw_tree_attr_def_find(have, kind, name, strlen(name)) != UINT16_MAX;
}

static void say_unknown(struct merge *m, const char *name)
{
	const struct lw_schema *schema = m->goal->schema;
	LW_AUTO_STR struct lw_str words = LW_STR_INIT, hint = LW_STR_INIT;
	struct lw_problem problem = LW_PROBLEM_INIT;
	const char *nearest = NULL;

	for (unsigned k = 0; k < schema->nkind && !nearest; k++)
		nearest = lw_nearest_attr(&schema->kinds[k], name);
	lw_str_add_shown(&words, name, strlen(name));
	lw_str_addf(&words, ", to be kept, is no attribute that %s knows", schema->name);
	if (nearest)
		lw_str_addf(&hint, "did you mean %s?", nearest);
	problem.severity = LW_WARNING;
	problem.code = LW_CODE_UNKNOWN;
	problem.message = lw_str_text(&words);
	problem.hint = nearest ? lw_str_text(&hint) : NULL;
	lw_report_add(m->report, &problem);
}

/* Attributes that others own. */
static int leave_alone(struct merge *m, const char *name)
{
	const struct lw_schema *schema = m->goal->schema;
	uint16_t def[LW_KIND_MAX] = { 0 };
	bool known = false;
	int r = 0;

	for (unsigned k = 0; k < schema->nkind; k++) {
		def[k] = lw_tree_attr_def_find(m->goal, k, name, strlen(name));
		known |= def[k] != UINT16_MAX || is_there(m, k, name);
	}
	if (!known)
		say_unknown(m, name);
	for (lw_node n = 1; n < m->nwant && r == 0; n++) {
		uint16_t d = def[node_at(m->goal, n)->kind];

		if (d != UINT16_MAX && m->of[MERGE_HAVE][n] && !merge_dead(m->goal, n))
			r = keep_as_it_is(m, n, d, name);
	}
	return r;
}

/* ---- what a mistyped name seems to mean */

static bool is_declared(const struct merge *m, lw_node n, uint16_t def)
{
	unsigned count = 0;

	lw_tree_attr_run(m->want, n, def, &count);
	return count;
}

/*
 * check warns of the name. Were the attribute that it looks like taken for one that the file leaves out, a typing mistake would
 * give it back, and make the object anew where it can be given at creation only.
 */
static int leave_meant(struct merge *m, lw_node n, const struct attr *attr)
{
	const struct lw_kind_spec *kind = node_kind(m->goal, n);
	const char *name = lw_tree_attr_name(m->want, node_at(m->want, n)->kind, attr->def);
	const char *meant = lw_nearest_attr(kind, name);
	int def = meant ? lw_kind_attr(kind, meant, strlen(meant)) : -1;
	LW_AUTO_STR struct lw_str seen = LW_STR_INIT, shown = LW_STR_INIT;

	if (def >= 0 && kind->attrs[def].alias) {
		meant = kind->attrs[def].alias;
		def = lw_kind_attr(kind, meant, strlen(meant));
	}
	if (def < 0 || is_declared(m, n, (uint16_t)def))
		return 0;
	lw_secret_name(name, &seen);
	lw_str_add_shown(&shown, lw_str_text(&seen), seen.len);
	lw_tree_report(m->want, n, attr, m->report, LW_NOTE, LW_CODE_NONE, NULL,
		       "%s stays as it is, as %s may mean it", meant, lw_str_text(&shown));
	return keep_as_it_is(m, n, (uint16_t)def, meant);
}

static int leave_all_meant(struct merge *m, lw_node n)
{
	const struct node *node = node_at(m->want, n);
	int r = 0;

	for (unsigned i = node->nattr; i-- && !r;) {
		const struct attr *attr = &m->want->attrs[node->attrs + i];

		/* Unknown ones have the highest numbers, and stand last. */
		if (attr->def < node_kind(m->want, n)->nattr)
			break;
		r = leave_meant(m, n, attr);
	}
	return r;
}

int lw_merge_leave(struct merge *m)
{
	int r = 0;

	for (lw_node n = 1; n < m->nwant && !r; n++)
		if (m->of[MERGE_HAVE][n] && !merge_dead(m->goal, n) && merge_is_part(m, n))
			r = leave_all_meant(m, n);
	for (const char *const *name = m->options.keep_attrs; !r && name && *name; name++)
		r = leave_alone(m, *name);
	return r;
}
