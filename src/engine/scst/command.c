/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The grammar of SCST's mgmt files, as a table. A command is one line: words with blanks between, parameters as name=value
 * with semicolons between; nothing can be quoted, so what holds one of these characters cannot be said at all.
 */
#include "engine/scst/command.h"

#include <errno.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "schema/scst_kinds.h"

/* How objects of some kinds are made and deleted through their mgmt file. */
struct words {
	uint64_t kinds;
	const char *create, *remove;
	bool device; /* the device's name comes before the object's own */
};

static const struct words words[] = {
	{ SCST_DEVICES, "add_device", "del_device", false },
	{ SCST_EXPORTS, "add_target", "del_target", false },
	{ LW_KIND(SCST_LUN) | LW_KIND(SCST_CM_LUN), "add", "del", true },
	{ LW_KIND(SCST_GROUP) | LW_KIND(SCST_DEVICE_GROUP) | LW_KIND(SCST_TARGET_GROUP), "create",
	  "del", false },
	{ LW_KIND(SCST_INITIATOR) | LW_KIND(SCST_DG_DEVICE) | LW_KIND(SCST_TG_TARGET), "add", "del",
	  false },
};

/* One operation being said. */
struct saying {
	struct lw_plan *plan;
	uint32_t number;
	const struct op *op;
	const struct scst_dialect *dialect;
	const struct lw_command_sink *sink;
	struct lw_error *error;
	struct lw_str path, text;
};

static const struct words *words_of(unsigned kind)
{
	for (size_t i = 0; i < LW_ARRAY_LEN(words); i++)
		if (lw_kind_in(words[i].kinds, kind))
			return &words[i];
	return NULL;
}

static const struct lw_tree *tree_of(const struct saying *s)
{
	return s->op->have ? s->plan->have : s->plan->goal;
}

static lw_node node_of(const struct saying *s)
{
	return s->op->have ? s->op->have : s->op->goal;
}

static int unsayable(struct saying *s, const char *word)
{
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;

	if (s->op->flags & LW_OP_SECRET)
		lw_str_add(&shown, "***");
	else if (word)
		lw_str_add_shown(&shown, word, strlen(word));
	lw_error_set(s->error, -EINVAL, LW_CODE_UNSUPPORTED,
		     "%s: \"%s\" cannot be said to SCST: a word must have no blank, '=', ';' or "
		     "control byte",
		     lw_str_text(&s->path), lw_str_text(&shown));
	lw_error_object(s->error, lw_str_text(&s->path));
	return -EINVAL;
}

/* Whether the kernel will read this as one word; as a name, also what it would take for parameters. */
static bool is_word(const char *text)
{
	for (const char *c = text; c && *c; c++)
		if ((unsigned char)*c <= ' ' || *c == 0x7f || *c == '=' || *c == ';')
			return false;
	return text && *text;
}

static int add_word(struct saying *s, const char *word)
{
	if (!is_word(word))
		return unsayable(s, word);
	if (s->text.len)
		lw_str_add_char(&s->text, ' ');
	lw_str_add(&s->text, word);
	return 0;
}

/* The rest of a line, blanks and all. */
static int add_rest(struct saying *s, const char *text)
{
	for (const char *c = text; *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			return unsayable(s, text);
	lw_str_add_char(&s->text, ' ');
	lw_str_add(&s->text, text);
	return 0;
}

static int give(struct saying *s)
{
	if (lw_str_bad(&s->path) || lw_str_bad(&s->text))
		return lw_error_memory(s->error);
	return s->sink->take(s->sink->arg, lw_str_text(&s->path), s->text.data, s->text.len);
}

/* ---- objects */

/* Which of an object's parameters are meant; the kernel reads them from left to right. */
enum part {
	PART_FREE,  /* in any order */
	PART_AFTER, /* what must come after another one */
	PART_LATE   /* what this kernel takes only once the object is there */
};

/* 1: the parameter belongs to the part, 0: it does not, or a negative errno. */
static int in_part(struct saying *s, const char *name, enum part part)
{
	const struct lw_kind_spec *kind = node_kind(s->plan->goal, s->op->goal);
	int def = lw_kind_attr(kind, name, strlen(name)), offered = 1;

	if (s->dialect && lw_kind_in(SCST_DEVICES, node_at(s->plan->goal, s->op->goal)->kind))
		offered =
			s->dialect->offers(s->dialect->arg, lw_str_text(&s->path), name, s->error);
	if (offered < 0)
		return offered;
	if (!offered || part == PART_LATE)
		return !offered == (part == PART_LATE);
	return (def >= 0 && kind->attrs[def].after) == (part == PART_AFTER);
}

static int add_parameter(struct saying *s, const struct lw_attr_view *view, bool *any)
{
	if (!is_word(view->name) || !is_word(view->value))
		return unsayable(s, view->secret ? view->name : view->value);
	lw_str_add(&s->text, *any ? "; " : " ");
	lw_str_addf(&s->text, "%s=%s", view->name, view->value);
	*any = true;
	return 0;
}

static int add_parameters(struct saying *s, enum part part, bool *any)
{
	struct lw_attr_view view = LW_ATTR_VIEW_INIT;
	int r = 0;

	for (size_t n = 0; r >= 0 && lw_plan_with(s->plan, s->number, n, &view) == 0; n++) {
		r = in_part(s, view.name, part);
		if (r > 0)
			r = add_parameter(s, &view, any);
	}
	return r;
}

static const char *device_of(const struct lw_tree *tree, lw_node node)
{
	lw_node device = lw_node_ref(tree, node);

	return device ? lw_node_name(tree, device) : lw_node_ref_name(tree, node);
}

static int give_late(struct saying *s)
{
	struct lw_attr_view view = LW_ATTR_VIEW_INIT;
	LW_AUTO_STR struct lw_str mgmt = LW_STR_INIT;
	int r = 0;

	lw_str_add(&mgmt, lw_str_text(&s->path));
	for (size_t n = 0; r >= 0 && lw_plan_with(s->plan, s->number, n, &view) == 0; n++) {
		lw_str_clear(&s->path);
		lw_str_add(&s->path, lw_str_text(&mgmt));
		r = in_part(s, view.name, PART_LATE);
		if (r <= 0)
			continue;
		lw_str_clear(&s->path);
		lw_str_clear(&s->text);
		scst_path(s->plan->goal, s->op->goal, &s->path);
		lw_str_addf(&s->path, "/%s", view.name);
		lw_str_add(&s->text, view.value);
		r = give(s);
	}
	return r < 0 ? r : 0;
}

/* create, add; replace of a LUN says the same with another first word. */
static int say_create(struct saying *s, const char *word)
{
	const struct lw_tree *goal = s->plan->goal;
	const struct words *kind = words_of(node_at(goal, s->op->goal)->kind);
	bool any = false;
	int r;

	if (!kind)
		return -EOPNOTSUPP;
	scst_mgmt_path(goal, s->op->goal, &s->path);
	r = add_word(s, word ? word : kind->create);
	if (!r && kind->device)
		r = add_word(s, device_of(goal, s->op->goal));
	if (!r)
		r = add_word(s, lw_node_name(goal, s->op->goal));
	if (!r)
		r = add_parameters(s, PART_FREE, &any);
	if (r >= 0)
		r = add_parameters(s, PART_AFTER, &any);
	if (r >= 0)
		r = give(s);
	return r < 0 || !s->dialect ? r : give_late(s);
}

static int say_delete(struct saying *s)
{
	const struct words *kind = words_of(node_at(s->plan->have, s->op->have)->kind);
	int r;

	if (!kind)
		return -EOPNOTSUPP;
	scst_mgmt_path(s->plan->have, s->op->have, &s->path);
	r = add_word(s, kind->remove);
	if (!r)
		r = add_word(s, lw_node_name(s->plan->have, s->op->have));
	return r ? r : give(s);
}

/* An initiator goes to another group of its target. */
static int say_move(struct saying *s)
{
	const struct lw_tree *goal = s->plan->goal;
	int r;

	scst_mgmt_path(s->plan->have, s->op->have, &s->path);
	r = add_word(s, "move");
	if (!r)
		r = add_word(s, lw_node_name(s->plan->have, s->op->have));
	if (!r)
		r = add_word(s, lw_node_name(goal, node_at(goal, s->op->goal)->parent));
	return r ? r : give(s);
}

/* ---- attributes */

static int say_file(struct saying *s, const char *name, unsigned instance, const char *value)
{
	scst_path(tree_of(s), node_of(s), &s->path);
	if (s->path.len)
		lw_str_add_char(&s->path, '/');
	lw_str_add(&s->path, name);
	if (instance)
		lw_str_addf(&s->path, "%u", instance);
	for (const char *c = value; *c; c++)
		if (*c == '\n')
			return unsayable(s, value);
	/* An empty write is never seen by the kernel; a line that is empty clears. */
	lw_str_add(&s->text, *value ? value : "\n");
	return give(s);
}

/* The first word of a user and its secret. */
static int add_user_name(struct saying *s, const char *value)
{
	size_t len = strcspn(value, " ");
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;

	lw_str_add_bytes(&name, value, len);
	if (lw_str_bad(&name))
		return lw_error_memory(s->error);
	return add_word(s, lw_str_text(&name));
}

/* One value of several: through the driver's mgmt file, with the target's name when it is a target's. */
static int say_value(struct saying *s, bool add, const struct lw_attr_spec *spec, const char *name,
		     const char *value)
{
	const struct lw_tree *tree = tree_of(s);
	lw_node node = node_of(s), driver = node;
	bool of_target = lw_kind_in(SCST_TARGETS, node_at(tree, node)->kind);
	int r;

	if (of_target)
		driver = node_at(tree, node)->parent;
	scst_path(tree, driver, &s->path);
	lw_str_add(&s->path, "/mgmt");
	if (!strcmp(name, "session_name")) {
		r = add_word(s, add ? "add_session" : "del_session");
		if (!r)
			r = add_word(s, lw_node_name(tree, node));
		if (!r)
			r = add_word(s, value);
		return r ? r : give(s);
	}
	lw_str_add(&s->text, add ? "add" : "del");
	lw_str_add(&s->text, of_target ? "_target_attribute" : "_attribute");
	r = of_target ? add_word(s, lw_node_name(tree, node)) : 0;
	if (!r)
		r = add_word(s, name);
	if (!r && !add && spec && spec->flags & LW_A_INPLACE)
		r = add_user_name(
			s, value); /* the kernel looks at no more, and a secret is not for logs */
	else if (!r)
		r = add_rest(s, value);
	return r ? r : give(s);
}

/* Which of the files IncomingUser, IncomingUser1... holds a value; only who looked at a kernel knows. */
static unsigned instance_of(const struct saying *s, uint32_t value)
{
	unsigned count = 0;
	const struct attr *run = lw_tree_attr_run(s->plan->have, s->op->have, s->op->attr, &count);

	if (node_at(s->plan->have, s->op->have)->origin != LW_FROM_OBSERVED)
		return 0;
	for (unsigned i = 0; i < count; i++)
		if (run[i].state == LW_SET && run[i].value == value)
			return run[i].src;
	return 0;
}

static int say_attr(struct saying *s)
{
	/* Attributes and values are numbered as in the tree that has the node at last. */
	const struct lw_tree *tree = s->op->goal ? s->plan->goal : s->plan->have;
	unsigned kind = node_at(tree, s->op->goal ? s->op->goal : s->op->have)->kind;
	const char *name = lw_tree_attr_name(tree, kind, s->op->attr);
	const struct lw_attr_spec *spec = lw_tree_attr_spec(tree, kind, s->op->attr);
	const char *old = s->op->old_value == NO_VALUE ? "" : tree_text(tree, s->op->old_value);
	const char *now = s->op->new_value == NO_VALUE ? "" : tree_text(tree, s->op->new_value);

	switch (s->op->verb) {
	case LW_ADDVAL:
		return say_value(s, true, spec, name, now);
	case LW_DELVAL:
		return say_value(s, false, spec, name, old);
	case LW_CHVAL:
		return say_file(s, name, instance_of(s, s->op->old_value), now);
	default:
		return say_file(s, name, 0, now);
	}
}

static int say_enabled(struct saying *s, const char *value)
{
	int def = lw_kind_attr_flag(node_kind(tree_of(s), node_of(s)), LW_A_ENABLE);

	return def < 0 ? 0 : say_file(s, "enabled", 0, value);
}

/* Of all I/O. Who carries it out sees to the pause itself, since somebody must be there to lift it. */
static int say_pause(struct saying *s, const char *text)
{
	if (s->dialect)
		return 0;
	lw_str_clear(&s->path);
	lw_str_clear(&s->text);
	lw_str_add(&s->path, "suspend");
	lw_str_add(&s->text, text);
	return give(s);
}

/* New logins are kept out first, then all I/O pauses; and in reverse. */
static int say_close(struct saying *s)
{
	int r = say_enabled(s, "0");

	return r ? r : say_pause(s, SCST_USUAL_DRAIN);
}

static int say_open(struct saying *s)
{
	int r = say_pause(s, SCST_RESUME);

	lw_str_clear(&s->path);
	lw_str_clear(&s->text);
	return r ? r : say_enabled(s, "1");
}

bool scst_swap_pauses(const struct op *op)
{
	return op->effect != LW_EFFECT_NONE && op->scope == LW_SCOPE_ENGINE;
}

static int say_replace(struct saying *s)
{
	int r = scst_swap_pauses(s->op) ? say_pause(s, SCST_USUAL_DRAIN) : 0;

	lw_str_clear(&s->path);
	lw_str_clear(&s->text);
	if (!r)
		r = say_create(s, "replace");
	return r || !scst_swap_pauses(s->op) ? r : say_pause(s, SCST_RESUME);
}

static int say(struct saying *s)
{
	if (s->op->flags & LW_OP_IMPLIED)
		return 0;
	switch (s->op->verb) {
	case LW_CREATE:
		return say_create(s, NULL);
	case LW_REPLACE:
		return say_replace(s);
	case LW_DELETE:
		return say_delete(s);
	case LW_MOVE:
		return say_move(s);
	case LW_CLOSE:
		return say_close(s);
	case LW_OPEN:
		return say_open(s);
	case LW_SETTLE:
	case LW_FENCE:
		return 0;
	default:
		return say_attr(s);
	}
}

int scst_say(struct lw_plan *plan, uint32_t op, const struct scst_dialect *dialect,
	     const struct lw_command_sink *sink, struct lw_error *error)
{
	struct saying saying = {
		.plan = plan,
		.number = op,
		.op = &plan->ops[op],
		.dialect = dialect,
		.sink = sink,
		.error = error,
		.path = LW_STR_INIT,
		.text = LW_STR_INIT,
	};
	int r = say(&saying);

	lw_str_done(&saying.path);
	lw_str_done(&saying.text);
	return r;
}

int scst_commands(struct lw_plan *plan, uint32_t op, const struct lw_command_sink *sink,
		  struct lw_error *error)
{
	return scst_say(plan, op, NULL, sink, error);
}
