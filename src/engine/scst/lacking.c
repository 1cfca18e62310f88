/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Attributes that this kernel does not have. Of what is there the reader sees that; of what is only made now it shows when the
 * directory is there and the file is not, and of what can be given at creation only the handler says it before.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "engine/scst/exec.h"
#include "engine/scst/execute.h"
#include "model/tree/secret.h"
#include "schema/scst_kinds.h"

static const char *last_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

int scst_made(struct lw_executor *x, const struct op *op, struct lw_error *error)
{
	if (!x->made)
		x->made = lw_calloc(x->plan->goal->nnode, 1);
	if (!x->made)
		return lw_error_memory(error);
	x->made[op->goal] = 1;
	return 0;
}

bool scst_no_such_file(struct lw_executor *x, const char *path, int err)
{
	LW_AUTO_STR struct lw_str above = LW_STR_INIT;
	const char *name = last_name(path);

	if (err != -ENOENT || name == path || !strcmp(name, "mgmt") ||
	    scst_exists(x, path, NULL) != 0)
		return false;
	lw_str_add_bytes(&above, path, (size_t)(name - path) - 1);
	return !lw_str_bad(&above) && scst_exists(x, lw_str_text(&above), NULL) == 1;
}

static const struct lw_attr_spec *spec_of(const struct lw_executor *x, lw_node node,
					  const char *name)
{
	const struct lw_kind_spec *kind = node_kind(x->plan->goal, node);
	int def = lw_kind_attr(kind, name, strlen(name));

	return def < 0 ? NULL : &kind->attrs[def];
}

bool scst_may_lack(struct lw_executor *x, const struct op *op, const char *path, const char *text)
{
	const char *name = last_name(path);
	bool is_new = op->verb == LW_CREATE ||
		      (op->verb == LW_SETATTR && op->goal && x->made && x->made[op->goal]);

	return is_new &&
	       !lw_value_protects(x->plan->goal->schema, spec_of(x, op->goal, name), name, text);
}

int scst_lack(struct lw_executor *x, const struct op *op, const char *path, struct lw_str *told,
	      struct lw_error *error)
{
	struct lw_tree *goal = x->plan->goal;
	const char *name = last_name(path);

	if (lw_grow(&x->lacks, &x->lack_cap, (uint64_t)x->nlack + 1, sizeof(*x->lacks)) < 0)
		return lw_error_memory(error);
	x->lacks[x->nlack++] = (struct scst_lack){
		op->goal,
		lw_tree_attr_def_find(goal, node_at(goal, op->goal)->kind, name, strlen(name)),
	};
	if (told->len)
		lw_str_add(told, ", ");
	lw_secret_name(name, told);
	return lw_str_bad(told) ? lw_error_memory(error) : 0;
}

/* Nothing is said of them any more; where they stand in the file is still to be told. */
void scst_lacks_done(struct lw_executor *x)
{
	for (uint32_t i = 0; i < x->nlack; i++) {
		unsigned count = 0;
		struct attr *attr = x->lacks[i].def == UINT16_MAX
					    ? NULL
					    : lw_tree_attr_run(x->plan->goal, x->lacks[i].node,
							       x->lacks[i].def, &count);

		for (; count; count--)
			attr[count - 1].state = LW_UNKNOWN;
	}
	free(x->lacks);
	free(x->made);
}

/* ---- before anything is done */

/* Given at creation or never, and of no weight. */
static bool may_go(const struct lw_tree *goal, unsigned kind, const struct attr *attr)
{
	const struct lw_attr_spec *spec = lw_tree_attr_spec(goal, kind, attr->def);

	return spec && attr->state == LW_SET && spec->when == LW_WHEN_CREATE &&
	       !(spec->flags & LW_A_REQUIRED) &&
	       !lw_value_protects(goal->schema, spec, spec->name, tree_text(goal, attr->value));
}

static int fit_device(struct lw_executor *x, lw_node node, struct lw_report *report)
{
	LW_AUTO_STR struct lw_str mgmt = LW_STR_INIT;
	struct lw_tree *goal = x->plan->goal;
	unsigned kind = node_at(goal, node)->kind;

	scst_mgmt_path(goal, node, &mgmt);
	if (lw_str_bad(&mgmt))
		return -ENOMEM;
	for (unsigned i = node_at(goal, node)->nattr; i; i--) {
		const struct attr *attr = &goal->attrs[node_at(goal, node)->attrs + i - 1];
		const char *name = lw_tree_attr_name(goal, kind, attr->def);
		int offered = may_go(goal, kind, attr)
				      ? scst_offers(x, lw_str_text(&mgmt), name, NULL)
				      : 1;

		/* What cannot be asked is found out when it is done. */
		if (offered)
			continue;
		lw_tree_report(goal, node, attr, report, LW_WARNING, LW_CODE_UNSUPPORTED, NULL,
			       "%s: this kernel has no such attribute; it is not set", name);
		lw_tree_drop(goal, node, attr->def);
	}
	return 0;
}

int scst_fit(struct lw_ktree *kt, struct lw_plan *plan, struct lw_report *report)
{
	struct lw_executor x = { .kt = kt, .plan = plan };
	int r = 0;

	for (uint32_t i = 0; i < plan->nop && r >= 0; i++) {
		const struct op *op = &plan->ops[i];

		if (op->verb == LW_CREATE &&
		    lw_kind_in(SCST_DEVICES, node_at(plan->goal, op->goal)->kind))
			r = fit_device(&x, op->goal, report);
	}
	scst_offers_done(&x);
	lw_str_done(&x.value);
	return r < 0 ? r : 0;
}
