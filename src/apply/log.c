/* SPDX-License-Identifier: Apache-2.0 */
#include "apply/log.h"

#include <stdarg.h>
#include <string.h>

#include "engine/engine.h"
#include "model/plan/plan.h"

static void give(const struct lw_log *log, enum lw_log_level level, const struct lw_str *text)
{
	if (!lw_str_bad(text))
		log->take(log->arg, level, lw_str_text(text));
}

void lw_log(const struct lw_log *log, enum lw_log_level level, const char *format, ...)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	va_list args;

	if (!lw_log_wants(log, level))
		return;
	va_start(args, format);
	lw_str_vaddf(&text, format, args);
	va_end(args);
	give(log, level, &text);
}

/* "set targets/iscsi enabled", as the plan says it. */
static void add_op(struct lw_str *out, const struct lw_plan *plan, const struct op *op)
{
	const struct lw_tree *tree = op->goal ? plan->goal : plan->have;
	lw_node node = op->goal ? op->goal : op->have;

	lw_str_addf(out, "%s ", lw_verb_name((enum lw_verb)op->verb));
	if (node)
		lw_tree_path(tree, node, out);
	if (op_of_value(op))
		lw_str_addf(out, " %s",
			    lw_tree_attr_name(tree, node_at(tree, node)->kind, op->attr));
}

void lw_log_op(const struct lw_log *log, const struct lw_plan *plan, uint32_t op, uint64_t us,
	       const struct lw_error *error)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	if (!lw_log_wants(log, LW_LOG_INFO))
		return;
	add_op(&text, plan, &plan->ops[op]);
	lw_str_addf(&text, ": %s %.3f s", error ? "failed after" : "done in", (double)us / 1e6);
	if (error)
		lw_str_addf(&text, ": %s", error->message);
	give(log, LW_LOG_INFO, &text);
}

static void add_result(struct lw_str *out, const struct lw_kt_access *access)
{
	const char *name;

	if (access->result >= 0) {
		if (!strcmp(access->what, "list"))
			lw_str_addf(out, ": %u names", access->names);
		return;
	}
	name = strerrorname_np(-access->result);
	lw_str_addf(out, ": %s", name ? name : "failed");
}

/* As lw_kt_sink.take. @arg: the log. */
static void tell_access(void *arg, const struct lw_kt_access *access)
{
	const struct lw_log *log = arg;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	if (!lw_log_wants(log, LW_LOG_DEBUG))
		return;
	lw_str_addf(&text, "%s ", access->what);
	lw_str_add_shown(&text, *access->path ? access->path : "/",
			 strlen(*access->path ? access->path : "/"));
	if (access->text) {
		lw_str_add(&text, !strcmp(access->what, "write") ? " <- \"" : ": \"");
		lw_access_shown(log->schema, access->path, access->text, access->len, &text);
		lw_str_add_char(&text, '"');
	}
	add_result(&text, access);
	lw_str_addf(&text, " (%.3f ms)", (double)access->us / 1e3);
	give(log, LW_LOG_DEBUG, &text);
}

int lw_log_view(const struct lw_log *log, struct lw_ktree *inner, struct lw_ktree **ret,
		struct lw_error *error)
{
	const struct lw_kt_sink sink = { tell_access, (void *)log };

	if (lw_log_wants(log, LW_LOG_DEBUG))
		return lw_kt_log_open(inner, &sink, ret, error);
	*ret = inner;
	return 0;
}
