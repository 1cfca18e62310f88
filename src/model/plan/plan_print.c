/* SPDX-License-Identifier: Apache-2.0 */
/* The plan for people: one line an operation, in the grammar of docs/PLAN.md. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "model/plan/plan_show.h"
#include "model/plan/plan_write.h"
#include "model/plan/sessions.h"

struct printer {
	struct lw_plan *plan;
	unsigned flags;
	struct plan_sink *sink;
	struct lw_str *out;	   /* the sink's text */
	struct lw_str text, shown; /* scratch */
};

/* By effect and by sign: what deserves to be seen first. */
static const char *const effect_colours[] = {
	[LW_EFFECT_NONE] = NULL,
	[LW_EFFECT_DISTURBS] = "\033[33m",
	[LW_EFFECT_DROPS] = "\033[31m",
	[LW_EFFECT_LOSES] = "\033[1;31m",
};

static char sign_of(enum lw_verb verb)
{
	static const char signs[] = {
		[LW_CREATE] = '+', [LW_DELETE] = '-', [LW_SETATTR] = '~', [LW_ADDVAL] = '+',
		[LW_DELVAL] = '-', [LW_CHVAL] = '~',  [LW_REPLACE] = '~', [LW_MOVE] = '>',
		[LW_CLOSE] = '~',  [LW_OPEN] = '~',   [LW_SETTLE] = '.',  [LW_FENCE] = '=',
	};

	return verb < LW_VERB_COUNT_ ? signs[verb] : '?';
}

static const char *sign_colour(char sign)
{
	switch (sign) {
	case '+':
		return "\033[32m";
	case '-':
		return "\033[31m";
	case '~':
	case '>':
		return "\033[33m";
	default:
		return "\033[2m";
	}
}

static void coloured(struct printer *p, const char *colour, const char *text)
{
	bool on = colour && p->flags & LW_PLAN_COLOUR;

	if (on)
		lw_str_add(p->out, colour);
	lw_str_add(p->out, text);
	if (on)
		lw_str_add(p->out, "\033[0m");
}

static bool plain(const char *text)
{
	if (!text[0] || text[0] == '(' || text[0] == '[' || !strcmp(text, "?") ||
	    !strcmp(text, "->"))
		return false;
	for (const char *c = text; *c; c++)
		if ((unsigned char)*c <= ' ' || *c == 0x7f || *c == '"' || *c == '\\')
			return false;
	return true;
}

/* Bytes that are not UTF-8, and control characters beyond ASCII, show when the shown form differs. */
static void add_quoted(struct lw_str *out, const char *text, bool bare)
{
	if (bare) {
		lw_str_add(out, text);
		return;
	}
	lw_str_add_char(out, '"');
	/* Quote and backslash in runs between what lw_str_add_shown() escapes by itself. */
	while (*text) {
		size_t run = strcspn(text, "\"\\");

		lw_str_add_shown(out, text, run);
		text += run;
		if (*text) {
			lw_str_add_char(out, '\\');
			lw_str_add_char(out, *text++);
		}
	}
	lw_str_add_char(out, '"');
}

static void add_value(struct printer *p, const char *text, bool masked)
{
	size_t len = strlen(text);

	lw_str_clear(&p->shown);
	lw_str_add_shown(&p->shown, text, len);
	p->out->bad |= p->shown.bad;
	if (plain(text) && (masked || strcmp(text, "***") != 0) && p->shown.len == len) {
		lw_str_add_bytes(p->out, text, len);
		return;
	}
	add_quoted(p->out, text, false);
}

static void add_path(struct printer *p, const struct lw_tree *tree, lw_node node)
{
	lw_str_clear(&p->text);
	lw_tree_path(tree, node, &p->text);
	p->out->bad |= p->text.bad;
	/* What the path escaped already stays readable: only blanks and quotes call for quoting. */
	if (strpbrk(lw_str_text(&p->text), " \"") || !p->text.len)
		add_value(p, lw_str_text(&p->text), false);
	else
		lw_str_add(p->out, lw_str_text(&p->text));
}

static void add_shown_value(struct printer *p, const struct plan_value *value, const char *text)
{
	const char *shown = lw_plan_masked(value, text, p->flags, &p->text);

	p->out->bad |= p->text.bad;
	add_value(p, shown, value->secret && !(p->flags & LW_PLAN_SECRETS));
}

/* Whether old and new look the same once their secrets are hidden. */
static bool looks_same(struct printer *p, const struct plan_value *value)
{
	struct lw_str other = LW_STR_INIT;
	bool same;

	if (!value->secret || p->flags & LW_PLAN_SECRETS || !value->old || !value->now ||
	    !value->old[0])
		return false;
	same = !strcmp(lw_plan_masked(value, value->old, p->flags, &p->text),
		       lw_plan_masked(value, value->now, p->flags, &other));
	p->out->bad |= p->text.bad | other.bad;
	lw_str_done(&other);
	return same;
}

/* A word: the label of a referent may hold a blank. */
static void add_name(struct printer *p, const struct plan_value *value)
{
	const char *name = lw_plan_value_name(value, p->flags, &p->text);

	p->out->bad |= p->text.bad;
	lw_str_add_char(p->out, ' ');
	for (const char *end; *name; name = end) {
		size_t len = strcspn(name, " ");

		lw_str_add_shown(p->out, name, len);
		end = name + len + (name[len] == ' ');
		if (end > name + len)
			lw_str_add_char(p->out, '-');
	}
}

static void add_change(struct printer *p, const struct plan_value *value)
{
	bool had; /* a secret that was empty was none */

	add_name(p, value);
	lw_str_add(p->out, ": ");
	if (looks_same(p, value)) {
		add_shown_value(p, value, value->now);
		lw_str_add(p->out, " (changed)");
		return;
	}
	had = value->old && !(value->secret && !value->old[0]);
	if (had)
		add_shown_value(p, value, value->old);
	else if (value->unknown)
		lw_str_add_char(p->out, '?');
	if ((had || value->unknown) && value->now)
		lw_str_add(p->out, " -> ");
	if (value->now)
		add_shown_value(p, value, value->now);
	if (value->is_default)
		lw_str_add(p->out, " (default)");
}

/* What is only given, not changed. */
static void add_given(struct printer *p, const struct plan_value *value)
{
	add_name(p, value);
	lw_str_add_char(p->out, '=');
	add_shown_value(p, value, value->now ? value->now : value->old);
}

static void add_what(struct printer *p, const struct op *op)
{
	struct plan_value value;
	unsigned at = 0;

	while (lw_plan_value_next(p->plan, op, &at, &value)) {
		if (op_of_value(op) || (op->verb == LW_REPLACE && (value.is_ref || value.old)))
			add_change(p, &value);
		else
			add_given(p, &value);
	}
	if (op->verb == LW_MOVE && op->goal) {
		lw_str_add(p->out, " -> ");
		add_path(p, p->plan->goal, node_at(p->plan->goal, op->goal)->parent);
	}
}

#define SESSIONS_NAMED 3

struct naming {
	const struct lw_tree *have;
	struct lw_str *words;
	unsigned n;
};

static bool name_session(lw_node session, void *arg)
{
	struct naming *naming = arg;
	const char *name = lw_node_name(naming->have, session);

	lw_str_add(naming->words, naming->n++ ? ", " : ": ");
	add_quoted(naming->words, name, plain(name) && !strpbrk(name, ",]"));
	return naming->n < SESSIONS_NAMED;
}

static void name_sessions(const struct printer *p, const struct op *op, int sessions,
			  struct lw_str *words)
{
	struct naming naming = { p->plan->have, words, 0 };

	lw_str_addf(words, ", %d session%s", sessions, sessions == 1 ? "" : "s");
	lw_plan_each_session(p->plan, op, name_session, &naming);
	if (sessions > SESSIONS_NAMED)
		lw_str_add(words, ", ...");
}

static void add_effect(struct printer *p, const struct op *op)
{
	struct lw_str words = LW_STR_INIT;
	int sessions = lw_plan_sessions(p->plan, op);

	lw_str_addf(&words, "[%s", lw_plan_effect_name(op->effect));
	if (op->effect != LW_EFFECT_NONE) {
		lw_str_addf(&words, ", %s", lw_plan_scope_name(op->scope));
		if (sessions >= 0)
			name_sessions(p, op, sessions, &words);
	}
	lw_str_add_char(&words, ']');
	lw_str_add_char(p->out, ' ');
	coloured(p, op->effect <= LW_EFFECT_LOSES ? effect_colours[op->effect] : NULL,
		 lw_str_text(&words));
	p->out->bad |= words.bad;
	lw_str_done(&words);
}

static void add_source(struct printer *p, const struct op *op)
{
	struct lw_place place = lw_plan_where(p->plan, op);

	if (!place.line)
		return;
	lw_str_add(p->out, " (");
	if (place.file)
		lw_str_add_shown(p->out, place.file, strlen(place.file));
	lw_str_addf(p->out, ":%u)", place.line);
}

static void add_line(struct printer *p, const struct op *op)
{
	struct plan_spot spot = lw_plan_spot(p->plan, op);
	char sign[2] = { sign_of((enum lw_verb)op->verb), '\0' };

	coloured(p, sign_colour(sign[0]), sign);
	lw_str_addf(p->out, " %s", lw_verb_name((enum lw_verb)op->verb));
	if (op->flags & LW_OP_IMPLIED)
		lw_str_add(p->out, " (implied)");
	else if (op->flags & LW_OP_TEMPORARY)
		lw_str_add(p->out, " (temporary)");
	if (spot.node) {
		lw_str_add_char(p->out, ' ');
		add_path(p, spot.tree, spot.node);
	}
	add_what(p, op);
	add_effect(p, op);
	lw_str_clear(&p->text);
	lw_plan_because(p->plan, op, &p->text);
	if (p->text.len)
		lw_str_addf(p->out, " because %s", lw_str_text(&p->text));
	p->out->bad |= p->text.bad;
	add_source(p, op);
	lw_str_add_char(p->out, '\n');
}

static int add_notes(struct printer *p)
{
	lw_node *narrowed = lw_plan_narrowed(p->plan);

	if (!narrowed)
		return -ENOMEM;
	for (const lw_node *n = narrowed; *n; n++) {
		lw_str_add(p->out, "note: ");
		add_path(p, p->plan->have, *n);
		lw_str_add(p->out, ": " LW_PLAN_NARROWED_TEXT "\n");
	}
	free(narrowed);
	return 0;
}

static int add_summary(struct printer *p)
{
	struct plan_counts c;
	uint32_t disturbs;

	if (lw_plan_counts(p->plan, &c) < 0)
		return -ENOMEM;
	disturbs = c.effect[LW_EFFECT_DISTURBS];
	lw_str_addf(p->out, "Plan: %u to create, %u to change, %u to delete", c.create, c.change,
		    c.remove);
	if (c.recreate)
		lw_str_addf(p->out, ", %u to re-create", c.recreate);
	lw_str_addf(p->out, "; %u operation%s sessions, %u drop%s them", disturbs,
		    disturbs == 1 ? " disturbs" : "s disturb", c.effect[LW_EFFECT_DROPS],
		    c.effect[LW_EFFECT_DROPS] == 1 ? "s" : "");
	if (c.effect[LW_EFFECT_LOSES])
		lw_str_addf(p->out, ", %u lose%s data or reservations", c.effect[LW_EFFECT_LOSES],
			    c.effect[LW_EFFECT_LOSES] == 1 ? "s" : "");
	lw_str_add(p->out, ".\n");
	return 0;
}

static int print(struct printer *p)
{
	int r = 0;

	if (!lw_plan_changes(p->plan)) {
		lw_str_add(p->out, "Nothing to do.\n");
		return 0;
	}
	for (uint32_t i = 0; i < p->plan->nop && !r; i++) {
		const struct op *op = &p->plan->ops[p->plan->order[i]];

		if (!lw_plan_silent(op) || p->flags & LW_PLAN_VERBOSE)
			add_line(p, op);
		r = plan_sink_line(p->sink);
	}
	if (!r)
		r = add_notes(p);
	return r ? r : add_summary(p);
}

int lw_plan_write_text(struct lw_plan *plan, unsigned flags, struct plan_sink *sink)
{
	struct printer p = { plan, flags, sink, &sink->text, LW_STR_INIT, LW_STR_INIT };
	int r = print(&p);

	lw_str_done(&p.text);
	lw_str_done(&p.shown);
	return r;
}
