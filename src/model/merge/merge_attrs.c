/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Attributes that a declared node does not name. Most are left alone: no entry in the goal. But
 *  - what is off when absent (the switch of an export) is off;
 *  - what is always read is compared though the file is silent, and what the last applied configuration named is given
 *    back: DEFAULT, in the goal, is the fresh value, and for a set of values the empty set;
 *  - with the option `full` that holds for every attribute that knows a way back.
 * Attributes that others own leave the goal of nodes that are there already; a new node still gets them once.
 * What an interrupted apply was about to put back, because nobody declares it, is put back by this one.
 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/merge/merge_internal.h"
#include "model/schema/type.h"

enum silent { SILENT_LEAVE, SILENT_OFF, SILENT_DEFAULT };

/* Whether an attribute can be brought back to what it was on a fresh object. */
static bool has_way_back(const struct lw_attr_spec *spec)
{
	return spec->absent == LW_ABSENT_RESET && !spec->alias && spec->when != LW_WHEN_NEVER &&
	       spec->reading != LW_READ_FORCED && spec->reading != LW_READ_VOLATILE;
}

/* What silence about an attribute means whatever was applied before. */
static enum silent silence(const struct merge *m, const struct lw_attr_spec *spec)
{
	if (spec->absent == LW_ABSENT_OFF)
		return SILENT_OFF;
	if (!has_way_back(spec))
		return SILENT_LEAVE;
	if (spec->flags & LW_A_ALWAYS_READ)
		return SILENT_DEFAULT;
	/* What cannot be read back would be written again every time. */
	return m->options.full && spec->reading != LW_READ_WRITE_ONLY ? SILENT_DEFAULT
								      : SILENT_LEAVE;
}

static bool absent_there(const struct merge *m, lw_node n, uint16_t def)
{
	lw_node there = m->of[MERGE_HAVE][n];
	unsigned count = 0;
	const struct attr *attr;

	attr = there ? lw_tree_attr_run(m->source[MERGE_HAVE], there, def, &count) : NULL;
	return count && attr->state == LW_ABSENT;
}

int lw_merge_put(struct merge *m, lw_node n, uint16_t def, enum lw_attr_state state, uint32_t value)
{
	struct attr *attr = lw_tree_put(m->goal, n, def);

	if (!attr)
		return lw_tree_refused(m->goal);
	attr->state = (uint8_t)state;
	attr->value = value;
	return 0;
}

/* One kind's attributes on which silence has a meaning. */
struct silents {
	uint16_t *def;
	uint8_t *what;
	uint32_t *off; /* the value that means off */
	unsigned count;
};

static int off_value(struct merge *m, const struct lw_attr_spec *spec, uint32_t *ret)
{
	*ret = spec->type == &lw_type_yesno ? lw_tree_intern(m->goal, "No", 2)
					    : lw_tree_intern(m->goal, "0", 1);
	return lw_tree_status(m->goal);
}

static int find_silents(struct merge *m, unsigned k, struct silents *s)
{
	const struct lw_kind_spec *kind = lw_kind(m->goal->schema, k);
	int r = 0;

	s->def = lw_calloc(kind->nattr, sizeof(*s->def));
	s->what = lw_calloc(kind->nattr, sizeof(*s->what));
	s->off = lw_calloc(kind->nattr, sizeof(*s->off));
	if (!s->def || !s->what || !s->off)
		return -ENOMEM;
	for (uint16_t i = 0; i < kind->nattr && !r; i++) {
		enum silent what = silence(m, &kind->attrs[i]);

		if (what == SILENT_LEAVE)
			continue;
		s->def[s->count] = i;
		s->what[s->count] = (uint8_t)what;
		if (what == SILENT_OFF)
			r = off_value(m, &kind->attrs[i], &s->off[s->count]);
		s->count++;
	}
	return r;
}

static void silents_done(struct silents *s)
{
	free(s->def);
	free(s->what);
	free(s->off);
}

static int fill_node(struct merge *m, lw_node n, const struct silents *s)
{
	const struct lw_tree *goal = m->goal;
	int r = 0;

	for (unsigned i = 0; i < s->count && !r; i++) {
		unsigned count = 0;

		lw_tree_attr_run(goal, n, s->def[i], &count);
		if (count)
			continue;
		if (s->what[i] == SILENT_DEFAULT) {
			r = lw_merge_put(m, n, s->def[i], LW_DEFAULT, 0);
			if (!r && m->options.full)
				lw_tree_attr_run(goal, n, s->def[i], &count)->flags |= LW_ATTR_FIRM;
		}
		if (s->what[i] == SILENT_OFF && !absent_there(m, n, s->def[i]))
			r = lw_merge_put(m, n, s->def[i], LW_SET, s->off[i]);
	}
	return r;
}

static int fill(struct merge *m)
{
	const struct lw_schema *schema = m->goal->schema;
	struct silents s[LW_KIND_MAX] = { 0 };
	int r = 0;

	for (unsigned k = 0; k < schema->nkind && !r; k++)
		r = find_silents(m, k, &s[k]);
	for (lw_node n = 1; n < m->nwant && !r; n++)
		if (!merge_dead(m->goal, n) && merge_is_part(m, n))
			r = fill_node(m, n, &s[node_at(m->goal, n)->kind]);
	for (unsigned k = 0; k < schema->nkind; k++)
		silents_done(&s[k]);
	return r;
}

/* An attribute that was declared and is no longer. */
static int give_back(struct merge *m, lw_node n, const struct attr *attr)
{
	unsigned kind = node_at(m->goal, n)->kind;
	const struct lw_attr_spec *spec = lw_tree_attr_spec(m->last, kind, attr->def);
	const char *name = lw_tree_attr_name(m->last, kind, attr->def);
	unsigned count = 0;
	uint16_t def;

	if (spec && !has_way_back(spec))
		return 0;
	def = spec ? attr->def : lw_tree_attr_def_find(m->goal, kind, name, strlen(name));
	if (def != UINT16_MAX)
		lw_tree_attr_run(m->goal, n, def, &count);
	if (count)
		return 0;
	if (spec)
		return lw_merge_put(m, n, def, LW_DEFAULT, 0);
	if (m->of[MERGE_HAVE][n])
		lw_tree_report_stays(m->goal, n, NULL, name, m->report);
	return 0;
}

/* Of what a kernel shows, only what it marks as set by somebody: the rest is its own, and would be what it is without us. */
static bool was_declared(const struct node *node, const struct attr *attr)
{
	return attr->state == LW_SET &&
	       (node->origin != LW_FROM_OBSERVED || attr->flags & LW_ATTR_KEYED);
}

static int give_back_all(struct merge *m)
{
	int r = 0;

	for (lw_node n = 1; m->last && n < m->nwant && !r; n++) {
		const struct node *node = m->last_of[n] ? node_at(m->last, m->last_of[n]) : NULL;

		if (!node || merge_dead(m->goal, n) || !merge_is_part(m, n))
			continue;
		for (unsigned i = 0; i < node->nattr && !r; i++)
			if (was_declared(node, &m->last->attrs[node->attrs + i]))
				r = give_back(m, n, &m->last->attrs[node->attrs + i]);
	}
	return r;
}

static bool last_declared(const struct merge *m, lw_node last, uint16_t def)
{
	unsigned count;
	const struct attr *run = last ? lw_tree_attr_run(m->last, last, def, &count) : NULL;

	return run && was_declared(node_at(m->last, last), run);
}

int lw_merge_empty(struct merge *m, lw_node n, lw_node there)
{
	const struct lw_kind_spec *kind = node_kind(m->goal, n);
	lw_node last = m->last ? lw_tree_counterpart(m->source[MERGE_HAVE], there, m->last) : 0;
	int r = 0;

	for (uint16_t def = 0; def < kind->nattr && !r; def++) {
		const struct lw_attr_spec *spec = &kind->attrs[def];
		unsigned count;

		if (!lw_tree_attr_run(m->goal, n, def, &count) || !has_way_back(spec) ||
		    !(spec->flags & LW_A_MULTI || last_declared(m, last, def)))
			continue;
		lw_tree_drop(m->goal, n, def);
		r = lw_merge_put(m, n, def, LW_DEFAULT, 0);
	}
	return r;
}

/* Whether the node goes back to a default that is computed from its other attributes. */
static bool goes_by_others(const struct lw_tree *goal, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(goal, n);
	const struct node *node = node_at(goal, n);

	for (unsigned i = 0; kind->hooks.fresh && i < node->nattr; i++) {
		const struct attr *attr = &goal->attrs[node->attrs + i];

		if (attr->state == LW_DEFAULT && attr->def < kind->nattr &&
		    !kind->attrs[attr->def].fresh)
			return true;
	}
	return false;
}

/* Whether have says something of the attribute that others may be computed from, and the goal does not. */
static bool stays_unsaid(const struct merge *m, lw_node n, const struct node *there,
			 const struct attr *attr)
{
	const struct lw_kind_spec *kind = node_kind(m->goal, n);
	const struct lw_attr_spec *spec;
	unsigned count;

	if (attr->def >= kind->nattr || !was_declared(there, attr))
		return false;
	spec = &kind->attrs[attr->def];
	if (spec->flags & (LW_A_MULTI | LW_A_ENABLE) || spec->when == LW_WHEN_NEVER)
		return false;
	if (spec->fresh && !strcmp(spec->fresh, tree_text(m->source[MERGE_HAVE], attr->value)))
		return false;
	return !lw_tree_attr_run(m->goal, n, attr->def, &count);
}

/* What is left alone has the value that it has, also for who computes others from it. */
static int say_what_stays(struct merge *m, lw_node n)
{
	const struct lw_tree *have = m->source[MERGE_HAVE];
	const struct node *there = node_at(have, m->of[MERGE_HAVE][n]);
	unsigned count;
	int r = 0;

	for (unsigned i = 0; i < there->nattr && r == 0; i++) {
		const struct attr *attr = &have->attrs[there->attrs + i];

		if (!stays_unsaid(m, n, there, attr))
			continue;
		r = lw_merge_put(m, n, attr->def, LW_SET, attr->value);
		if (r == 0)
			lw_tree_attr_run(m->goal, n, attr->def, &count)->flags |= LW_ATTR_CARRIED;
	}
	return r;
}

static int say_all_that_stays(struct merge *m)
{
	int r = 0;

	for (lw_node n = 1; n < m->nwant && r == 0; n++)
		if (!merge_dead(m->goal, n) && m->of[MERGE_HAVE][n] && goes_by_others(m->goal, n))
			r = say_what_stays(m, n);
	return r;
}

static int carry(struct merge *m, lw_node n, const struct attr *attr)
{
	const struct lw_tree *journal = m->source[MERGE_JOURNAL];
	unsigned kind = node_at(m->goal, n)->kind;
	const char *name = lw_tree_attr_name(journal, kind, attr->def);
	uint16_t def = lw_tree_attr_def(m->goal, kind, name, strlen(name));
	struct attr *own = def == UINT16_MAX ? NULL : lw_tree_put(m->goal, n, def);
	uint32_t value = attr->value;
	uint8_t flags = attr->flags;

	if (!own)
		return lw_tree_refused(m->goal);
	own->value = value;
	own->src = 0;
	own->state = LW_SET;
	own->flags = flags;
	return 0;
}

static bool mentions(const struct merge *m, lw_node n, const struct attr *attr)
{
	unsigned kind = node_at(m->goal, n)->kind, count = 0;
	const char *name = lw_tree_attr_name(m->source[MERGE_JOURNAL], kind, attr->def);
	uint16_t def = lw_tree_attr_def_find(m->goal, kind, name, strlen(name));

	return def != UINT16_MAX && lw_tree_attr_run(m->goal, n, def, &count);
}

/* The instances of one attribute stand together: whether the goal had any is asked before the first. */
static int carry_all(struct merge *m)
{
	const struct lw_tree *journal = m->source[MERGE_JOURNAL];
	int r = 0;

	for (lw_node n = 1; journal && n < m->nwant && !r; n++) {
		const struct node *node =
			m->of[MERGE_JOURNAL][n] ? node_at(journal, m->of[MERGE_JOURNAL][n]) : NULL;
		bool mentioned = false;

		if (!node || merge_dead(m->goal, n))
			continue;
		for (unsigned i = 0; i < node->nattr && !r; i++) {
			const struct attr *attr = &journal->attrs[node->attrs + i];

			if (i == 0 || attr->def != attr[-1].def)
				mentioned = mentions(m, n, attr);
			if (!mentioned && attr->state == LW_SET && attr->flags & LW_ATTR_CARRIED)
				r = carry(m, n, attr);
		}
	}
	return r;
}

int lw_merge_attrs(struct merge *m)
{
	int r = m->options.no_remove ? lw_merge_yield_values(m) : fill(m);

	if (!r && !m->options.no_remove)
		r = give_back_all(m);
	if (!r)
		r = carry_all(m);
	if (!r)
		r = lw_merge_leave(m);
	if (!r)
		r = say_all_that_stays(m);
	return r;
}
