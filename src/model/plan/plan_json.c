/* SPDX-License-Identifier: Apache-2.0 */
/* The plan for programs, in the shape of docs/PLAN.md. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "model/plan/plan_show.h"
#include "model/plan/plan_write.h"
#include "model/plan/sessions.h"

struct shape {
	struct plan_sink *sink;
	struct lw_plan *plan;
	unsigned flags;
	struct lw_json_writer w;
	struct lw_str text; /* scratch */
	uint32_t *places;   /* by operation */
};

static void put_text(struct shape *s, const char *key, const char *text)
{
	lw_json_put_key(&s->w, key);
	lw_json_put_string(&s->w, text);
}

static void put_number(struct shape *s, const char *key, uint64_t number)
{
	lw_json_put_key(&s->w, key);
	lw_json_put_u64(&s->w, number);
}

static void put_bool(struct shape *s, const char *key, bool value)
{
	lw_json_put_key(&s->w, key);
	lw_json_put_bool(&s->w, value);
}

static void put_path(struct shape *s, const char *key, const struct lw_tree *tree, lw_node node)
{
	lw_str_clear(&s->text);
	if (node)
		lw_tree_path(tree, node, &s->text);
	s->w.out->bad |= s->text.bad;
	put_text(s, key, node ? lw_str_text(&s->text) : NULL);
}

static void put_value(struct shape *s, const char *key, const struct plan_value *value,
		      const char *text)
{
	put_text(s, key, text ? lw_plan_masked(value, text, s->flags, &s->text) : NULL);
	s->w.out->bad |= s->text.bad;
}

/* The values that an operation is about, and those that it carries. */
static void put_values(struct shape *s, const struct op *op)
{
	bool carries = op->verb == LW_CREATE || op->verb == LW_REPLACE, secret = false;
	struct plan_value value, own = { 0 };
	unsigned at = 0;

	lw_plan_value_own(s->plan, op, &own);
	put_text(s, "attribute",
		 op_of_value(op) ? lw_plan_value_name(&own, s->flags, &s->text) : NULL);
	s->w.out->bad |= s->text.bad;
	put_value(s, "old", &own, own.old);
	put_value(s, "new", &own, own.now);
	secret = own.secret;
	if (own.is_default)
		put_bool(s, "default", true);
	if (carries) {
		lw_json_put_key(&s->w, "with");
		lw_json_put_object_begin(&s->w);
		while (lw_plan_value_next(s->plan, op, &at, &value)) {
			if (value.is_ref)
				continue;
			put_value(s, value.name, &value, value.now);
			secret |= value.secret;
		}
		lw_json_put_object_end(&s->w);
	}
	if (secret)
		put_bool(s, "secret", true);
}

static void put_reason(struct shape *s, const struct op *op)
{
	lw_json_put_key(&s->w, "cause");
	if (op->cause < s->plan->nop)
		lw_json_put_u64(&s->w, s->places[op->cause] + UINT64_C(1));
	else
		lw_json_put_null(&s->w);
	put_text(s, "reason", lw_plan_reason_name(op->reason));
	lw_str_clear(&s->text);
	lw_plan_because(s->plan, op, &s->text);
	s->w.out->bad |= s->text.bad;
	put_text(s, "because", s->text.len ? lw_str_text(&s->text) : NULL);
}

static void put_source(struct shape *s, const struct op *op)
{
	struct lw_place place = lw_plan_where(s->plan, op);

	lw_json_put_key(&s->w, "source");
	if (!place.line) {
		lw_json_put_null(&s->w);
		return;
	}
	lw_json_put_object_begin(&s->w);
	put_text(s, "file", place.file);
	put_number(s, "line", place.line);
	put_number(s, "column", place.column);
	lw_json_put_object_end(&s->w);
}

/* More are not named: with every session in every operation a plan would grow with the square of what it is about. */
#define SESSIONS_NAMED 16

struct naming {
	struct shape *shape;
	unsigned n;
};

static bool put_session(lw_node session, void *arg)
{
	struct naming *naming = arg;

	lw_json_put_string(&naming->shape->w, lw_node_name(naming->shape->plan->have, session));
	return ++naming->n < SESSIONS_NAMED;
}

static void put_effect(struct shape *s, const struct op *op)
{
	struct naming naming = { s, 0 };

	put_text(s, "effect", lw_plan_effect_name(op->effect));
	put_text(s, "scope", lw_plan_scope_name(op->scope));
	lw_json_put_key(&s->w, "sessions");
	if (!s->plan->sessions_known) {
		lw_json_put_null(&s->w);
		return;
	}
	lw_json_put_array_begin(&s->w);
	lw_plan_each_session(s->plan, op, put_session, &naming);
	lw_json_put_array_end(&s->w);
	put_number(s, "session_count", (uint64_t)lw_plan_sessions(s->plan, op));
}

static void put_after(struct shape *s, uint32_t op)
{
	const struct plan_after *after = &s->plan->after;

	lw_json_put_key(&s->w, "after");
	lw_json_put_array_begin(&s->w);
	for (uint32_t i = 0; i < after->count[op]; i++)
		lw_json_put_u64(&s->w, s->places[after->list[after->start[op] + i]] + UINT64_C(1));
	lw_json_put_array_end(&s->w);
}

static void put_op(struct shape *s, uint32_t number)
{
	const struct op *op = &s->plan->ops[number];
	struct plan_spot spot = lw_plan_spot(s->plan, op);

	lw_json_put_object_begin(&s->w);
	put_number(s, "n", s->places[number] + UINT64_C(1));
	put_text(s, "verb", lw_verb_name((enum lw_verb)op->verb));
	put_path(s, "path", spot.tree, spot.node);
	put_text(s, "kind", spot.node ? op_kind(s->plan, op)->name : NULL);
	put_path(s, "to", s->plan->goal,
		 op->verb == LW_MOVE && op->goal ? node_at(s->plan->goal, op->goal)->parent : 0);
	put_values(s, op);
	put_effect(s, op);
	put_bool(s, "implied", op->flags & LW_OP_IMPLIED);
	put_bool(s, "temporary", op->flags & LW_OP_TEMPORARY);
	put_text(s, "phase", lw_plan_phase_name(op->phase));
	put_reason(s, op);
	put_source(s, op);
	put_after(s, number);
	lw_json_put_object_end(&s->w);
}

static int put_notes(struct shape *s)
{
	lw_node *narrowed = lw_plan_narrowed(s->plan);

	if (!narrowed)
		return -ENOMEM;
	lw_json_put_key(&s->w, "notes");
	lw_json_put_array_begin(&s->w);
	for (const lw_node *n = narrowed; *n; n++) {
		lw_json_put_object_begin(&s->w);
		put_path(s, "path", s->plan->have, *n);
		put_text(s, "text", LW_PLAN_NARROWED_TEXT);
		lw_json_put_object_end(&s->w);
	}
	lw_json_put_array_end(&s->w);
	free(narrowed);
	return 0;
}

static int put_summary(struct shape *s)
{
	struct plan_counts c;

	if (lw_plan_counts(s->plan, &c) < 0)
		return -ENOMEM;
	lw_json_put_key(&s->w, "summary");
	lw_json_put_object_begin(&s->w);
	put_number(s, "create", c.create);
	put_number(s, "change", c.change);
	put_number(s, "delete", c.remove);
	put_number(s, "recreate", c.recreate);
	put_number(s, "disturbs", c.effect[LW_EFFECT_DISTURBS]);
	put_number(s, "drops", c.effect[LW_EFFECT_DROPS]);
	put_number(s, "loses", c.effect[LW_EFFECT_LOSES]);
	lw_json_put_object_end(&s->w);
	return 0;
}

static int put_plan(struct shape *s)
{
	int r = lw_plan_index_after(s->plan);

	s->places = lw_plan_places(s->plan);
	if (r < 0 || !s->places)
		return -ENOMEM;
	lw_json_put_object_begin(&s->w);
	put_text(s, "lunward", "plan");
	put_number(s, "version", 1);
	put_number(s, "changes", lw_plan_changes(s->plan));
	lw_json_put_key(&s->w, "operations");
	lw_json_put_array_begin(&s->w);
	for (uint32_t i = 0; i < s->plan->nop && !r; i++) {
		put_op(s, s->plan->order[i]);
		r = plan_sink_line(s->sink);
	}
	lw_json_put_array_end(&s->w);
	if (!r)
		r = put_notes(s);
	if (!r)
		r = put_summary(s);
	lw_json_put_object_end(&s->w);
	return r;
}

int lw_plan_write_json(struct lw_plan *plan, unsigned flags, struct plan_sink *sink)
{
	struct shape s = { .plan = plan, .flags = flags, .sink = sink, .text = LW_STR_INIT };
	int r;

	lw_json_writer_init(&s.w, &sink->text, LW_JSON_INDENT);
	r = put_plan(&s);
	lw_str_add_char(&sink->text, '\n');
	lw_str_done(&s.text);
	free(s.places);
	return r;
}
