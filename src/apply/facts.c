/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is so, beside what is configured: each fact of an object under a name that stays the same as long as the object is the
 * same one. Nothing else is read for it.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "apply/system.h"
#include "apply/tell.h"
#include "base/arena.h"
#include "base/fail.h"
#include "base/mem.h"

struct lw_facts {
	struct lw_fact *list;
	uint32_t count, cap;
	struct lw_arena texts;
};

/* The object that facts are of. */
struct object {
	const char *id, *path, *kind;
};

static const char *keep(struct lw_facts *facts, const char *text)
{
	return lw_arena_strdup(&facts->texts, text, strlen(text));
}

static int add(struct lw_facts *facts, const struct object *object, enum lw_fact_flags group,
	       const char *name, const char *value)
{
	struct lw_fact fact = { sizeof(fact), group, object->id, object->kind,
				object->path, name,  NULL };

	fact.value = keep(facts, value);
	if (!fact.value ||
	    lw_grow(&facts->list, &facts->cap, (uint64_t)facts->count + 1, sizeof(fact)) < 0)
		return -ENOMEM;
	facts->list[facts->count++] = fact;
	return 0;
}

static int object_of(struct lw_facts *facts, const struct lw_system *system,
		     const struct lw_tree *tree, lw_node n, struct object *ret)
{
	LW_AUTO_STR struct lw_str id = LW_STR_INIT;
	const char *kind = node_kind(tree, n)->name;
	size_t before;

	lw_str_addf(&id, "%s:%s:", system->engine->name, kind);
	before = id.len;
	lw_tree_path(tree, n, &id);
	if (lw_str_bad(&id))
		return -ENOMEM;
	ret->id = keep(facts, lw_str_text(&id));
	ret->path = ret->id ? ret->id + before : NULL;
	ret->kind = kind;
	return ret->id ? 0 : -ENOMEM;
}

static enum lw_fact_flags group_of(const struct lw_kind_spec *kind, const struct lw_attr_spec *spec)
{
	if (spec->flags & LW_A_COUNTER)
		return LW_FACTS_COUNTERS;
	if (kind->origin == LW_KIND_OBSERVED)
		return LW_FACTS_SESSIONS;
	return spec->flags & LW_A_IDENTITY ? LW_FACTS_IDENTITY : 0;
}

/* Which group a session sees the LUNs of, or the target's own. */
static int add_view(struct lw_facts *facts, const struct object *object, const struct lw_tree *tree,
		    lw_node n)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	if (!lw_node_ref(tree, n))
		return 0;
	lw_tree_path(tree, lw_node_ref(tree, n), &path);
	if (lw_str_bad(&path))
		return -ENOMEM;
	return add(facts, object, LW_FACTS_SESSIONS, "sees", lw_str_text(&path));
}

static int add_node(struct lw_facts *facts, const struct lw_system *system,
		    const struct lw_tree *tree, lw_node n, unsigned which)
{
	const struct lw_kind_spec *kind = node_kind(tree, n);
	const struct node *node = node_at(tree, n);
	struct object object;
	int r = object_of(facts, system, tree, n, &object);

	if (!r && which & LW_FACTS_SESSIONS && kind->origin == LW_KIND_OBSERVED)
		r = add_view(facts, &object, tree, n);
	for (unsigned i = 0; i < node->nattr && !r; i++) {
		const struct attr *attr = &tree->attrs[node->attrs + i];
		enum lw_fact_flags group;

		if (attr->def >= kind->nattr || attr->state != LW_FIXED)
			continue;
		group = group_of(kind, &kind->attrs[attr->def]) & which;
		if (group && *tree_text(tree, attr->value))
			r = add(facts, &object, group, kind->attrs[attr->def].name,
				tree_text(tree, attr->value));
	}
	return r;
}

static int read_tree(struct lw_system *system, unsigned which, struct lw_tree **ret,
		     struct lw_report *report)
{
	struct lw_engine_read_options options = LW_ENGINE_READ_OPTIONS_INIT;

	options.depth = LW_DEPTH_NAME;
	options.identity = which & LW_FACTS_IDENTITY;
	if (which & LW_FACTS_COUNTERS)
		options.flags |= LW_READ_SESSIONS | LW_READ_COUNTERS;
	if (which & LW_FACTS_SESSIONS)
		options.flags |= LW_READ_SESSIONS | LW_READ_AGREED;
	return lw_system_read_some(system, NULL, &options, ret, report);
}

int lw_facts_read(struct lw_system *system, unsigned which, struct lw_facts **ret,
		  struct lw_report *report)
{
	size_t before = lw_report_count(report, LW_ERROR);
	struct lw_facts *facts;
	struct lw_tree *tree = NULL;
	int r;

	if (!system || !ret)
		return -EINVAL;
	r = read_tree(system, which, &tree, report);
	if (r < 0)
		return r;
	facts = lw_calloc(1, sizeof(*facts));
	if (facts)
		lw_arena_init(&facts->texts);
	r = facts ? 0 : -ENOMEM;
	for (lw_node n = 1; n && !r; n = lw_tree_walk(tree, 1, n))
		r = add_node(facts, system, tree, n, which);
	lw_tree_free(tree);
	if (r < 0)
		lw_facts_free(facts);
	else
		*ret = facts;
	return lw_tell_memory(report, before, r);
}

const struct lw_fact *lw_facts_get(const struct lw_facts *facts, size_t n)
{
	return facts && n < facts->count ? &facts->list[n] : NULL;
}

void lw_facts_free(struct lw_facts *facts)
{
	if (!facts)
		return;
	free(facts->list);
	lw_arena_done(&facts->texts);
	free(facts);
}
